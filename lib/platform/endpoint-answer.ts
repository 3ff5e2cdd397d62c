import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { acceptsBrotli } from './accepts-brotli'

const compress = promisify(brotliCompress)

/** The tag of a body; weak, because one tag stands for its compressed forms too. */
export function tagOf(body: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** True where the client has this version already (RFC 9110, 13.1.2). */
export function hasVersion(request: Request, tag: string): boolean {
  const asked = request.headers.get('if-none-match')
  if (!asked) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((each) => bare(each) === bare(tag))
}

/** A public JSON answer: tagged, cached as said, 304 for who has it. */
export function answerPublic(request: Request, json: string, status: number, cacheControl: string): Response {
  const etag = tagOf(json)
  const headers = { etag, 'cache-control': cacheControl, vary: 'accept-encoding' }
  if (status === 200 && hasVersion(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(json, { status, headers: { ...headers, 'content-type': 'application/json' } })
}

/** A body that many will ask for, compressed and tagged once. */
export type PackedJson = { etag: string; plain: Uint8Array<ArrayBuffer>; brotli: Uint8Array<ArrayBuffer> }

/** Packs a value. `quality` is brotli's, 0–11: 5 packs a stadium's states in a few milliseconds. */
export async function packJson(value: unknown, quality = 5): Promise<PackedJson> {
  const plain = Buffer.from(JSON.stringify(value))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return { etag: tagOf(plain), plain, brotli: Buffer.from(await compress(plain, { params })) }
}

/** Answers with a packed body, in the form the client can read; 304 for who has it. */
export function answerPacked(request: Request, packed: PackedJson, cacheControl: string): Response {
  const headers = { etag: packed.etag, 'cache-control': cacheControl, vary: 'accept-encoding' }
  if (hasVersion(request, packed.etag)) return new Response(null, { status: 304, headers })
  const takesBrotli = acceptsBrotli(request.headers.get('accept-encoding'))
  return new Response(takesBrotli ? packed.brotli : packed.plain, {
    headers: {
      ...headers,
      'content-type': 'application/json',
      ...(takesBrotli ? { 'content-encoding': 'br' } : {}),
    },
  })
}

/**
 * A door whose answers are never packed, for Next's routes: Next takes `content-encoding` off an answer (it compresses
 * by itself), and packed bytes without it are read as noise. For doors without a body. The request is made anew from
 * its parts: what Next hands over is a Proxy, which Node's `new Request(request)` cannot look into.
 */
export function unpacked(door: (request: Request) => Promise<Response>): typeof door {
  return ({ url, method, headers: given }) => {
    const headers = new Headers(given)
    headers.delete('accept-encoding')
    return door(new Request(url, { method, headers }))
  }
}
