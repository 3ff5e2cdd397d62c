import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { acceptsBrotli } from '../lib/platform/accepts-brotli'

const YEAR_SECONDS = 31_536_000

/** Answers a request if it is for a file here, packed, by somebody who takes that; else it says false, and does nothing. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * The scripts and styles of a build (`.next/static`) as `packStatic` left them: a sixth smaller than the gzip Next makes
 * for each request anew. Read once, so that a build put in their place later does no harm; their names follow from what
 * is in them, so that a browser keeps them for ever. What is not packed is Next's to answer.
 */
export function openStaticFiles(dir: string, prefix = '/_next/static/'): StaticFiles {
  const files = new Map<string, Buffer>()
  for (const name of existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : []) {
    if (!name.endsWith('.br')) continue
    files.set(prefix + name.slice(0, -'.br'.length).split(sep).join('/'), readFileSync(join(dir, name)))
  }
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    const file = files.get(path)
    if (!file || request.headers.range || !acceptsBrotli(request.headers['accept-encoding'])) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    response.writeHead(200, {
      'Content-Type': `${path.endsWith('.css') ? 'text/css' : 'application/javascript'}; charset=UTF-8`,
      'Content-Encoding': 'br',
      'Content-Length': file.length,
      'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
      Vary: 'Accept-Encoding',
    })
    response.end(request.method === 'HEAD' ? undefined : file)
    return true
  }
}
