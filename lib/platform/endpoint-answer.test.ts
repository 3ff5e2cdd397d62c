import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerPacked, answerPublic, hasVersion, packJson, tagOf, unpacked } from './endpoint-answer'

const ask = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers })

describe('a tag', () => {
  it('is the same for the same body only', () => {
    expect(tagOf('a')).toBe(tagOf('a'))
    expect(tagOf('a')).not.toBe(tagOf('b'))
  })

  it.each([
    ['W/"x"', true],
    ['"x"', true],
    ['"a", W/"x"', true],
    ['*', true],
    ['"xx"', false],
    ['x', false],
  ])('%s is the version W/"x": %s', (header, expected) => {
    expect(hasVersion(ask({ 'if-none-match': header }), 'W/"x"')).toBe(expected)
  })
})

describe('a public answer', () => {
  it('is 304 without a body for who has it', async () => {
    const first = answerPublic(ask(), '{"a":1}', 200, 'public, max-age=0')
    const etag = first.headers.get('etag') as string
    const again = answerPublic(ask({ 'if-none-match': etag }), '{"a":1}', 200, 'public, max-age=0')
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('cache-control')).toBe('public, max-age=0')
    expect(answerPublic(ask({ 'if-none-match': etag }), '{"a":2}', 200, 'public').status).toBe(200)
  })

  it('comes in brotli for who reads it, and plain for who does not', async () => {
    const packed = await packJson({ states: 'A'.repeat(5_000) })
    const small = answerPacked(ask({ 'accept-encoding': 'gzip, br;q=0.9' }), packed, 'public')
    expect(small.headers.get('content-encoding')).toBe('br')
    const bytes = Buffer.from(await small.arrayBuffer())
    expect(bytes.length).toBeLessThan(200)
    expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual({ states: 'A'.repeat(5_000) })
    for (const header of ['gzip', 'br;q=0', '']) {
      const plain = answerPacked(ask({ 'accept-encoding': header }), packed, 'public')
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(plain.headers.get('vary')).toBe('accept-encoding')
      expect(await plain.json()).toEqual({ states: 'A'.repeat(5_000) })
    }
  })
})

describe('an unpacked door', () => {
  const packedDoor = async (request: Request) =>
    answerPacked(request, await packJson({ states: 'A'.repeat(5_000) }), 'public')

  it('never answers packed, and still knows who has the answer', async () => {
    const first = await unpacked(packedDoor)(ask({ 'accept-encoding': 'br' }))
    expect(first.headers.get('content-encoding')).toBeNull()
    const etag = first.headers.get('etag') ?? ''
    expect((await unpacked(packedDoor)(ask({ 'if-none-match': etag }))).status).toBe(304)
  })

  it('takes a request as Next hands it over: a Proxy of one', async () => {
    const request = new Proxy(ask({ 'accept-encoding': 'br' }), {
      get: (target, name) => Reflect.get(target, name, target),
    })
    expect((await unpacked(packedDoor)(request)).status).toBe(200)
  })
})
