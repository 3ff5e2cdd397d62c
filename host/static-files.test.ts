import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaticFiles } from './static-files'
import { packStatic } from './up/pack-static'

const SCRIPT = 'export const seats = 10\n'.repeat(50)
const dir = mkdtempSync(join(tmpdir(), 'static-'))
const server = createServer()

beforeAll(async () => {
  mkdirSync(join(dir, 'chunks'))
  writeFileSync(join(dir, 'chunks/a.js'), SCRIPT)
  writeFileSync(join(dir, 'chunks/a.css'), 'p { color: red }')
  writeFileSync(join(dir, 'font.woff2'), 'packed already')
  await packStatic(dir)
  const answer = openStaticFiles(dir)
  // What was put in its place since is another build's.
  rmSync(join(dir, 'chunks'), { recursive: true })
  server.on('request', (asked, response) => {
    if (!answer(asked, response)) response.writeHead(299).end('by Next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  rmSync(dir, { recursive: true })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Sent as it stands: fetch would tidy the path. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, headers, method, host: '127.0.0.1' }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('who takes brotli gets a script packed, whole, to keep for ever, though its build is replaced', async () => {
  const { status, headers, body } = await ask('/_next/static/chunks/a.js?dpl=1', {
    'accept-encoding': 'gzip, deflate, br, zstd',
  })
  expect(status).toBe(200)
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
  expect(body.length).toBeLessThan(SCRIPT.length / 5)
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
})

test('a style sheet says that it is one, and HEAD has the same headers and no body', async () => {
  const { headers, body } = await ask('/_next/static/chunks/a.css', { 'accept-encoding': 'br' }, 'HEAD')
  expect(headers['content-type']).toBe('text/css; charset=UTF-8')
  expect(Number(headers['content-length'])).toBeGreaterThan(0)
  expect(body).toHaveLength(0)
})

test.each([
  ['does not take brotli', '/_next/static/chunks/a.js', { 'accept-encoding': 'gzip' }, 'GET'],
  ['refuses brotli', '/_next/static/chunks/a.js', { 'accept-encoding': 'gzip, br;q=0' }, 'GET'],
  ['takes what only ends like it', '/_next/static/chunks/a.js', { 'accept-encoding': 'xbr' }, 'GET'],
  ['asks for a part', '/_next/static/chunks/a.js', { 'accept-encoding': 'br', range: 'bytes=0-9' }, 'GET'],
  ['sends something', '/_next/static/chunks/a.js', { 'accept-encoding': 'br' }, 'POST'],
  ['asks for a font', '/_next/static/font.woff2', { 'accept-encoding': 'br' }, 'GET'],
  ['asks for what is not there', '/_next/static/chunks/b.js', { 'accept-encoding': 'br' }, 'GET'],
  ['climbs out', '/_next/static/../static/chunks/a.js', { 'accept-encoding': 'br' }, 'GET'],
])('who %s is answered by Next', async (_, path, headers, method) => {
  expect((await ask(path, headers, method)).status).toBe(299)
})
