import type { BodySpec } from './endpoint'
import { ok, type Result, refuse } from './result'

/** More than any JSON of a customer; what an organizer uploads says its own limit. */
const MAX_JSON_BYTES = 64 * 1024

/** Beyond its limit, so much of a body is read and dropped before the connection is. */
const MAX_DROPPED_BYTES = 32 * 1024 * 1024

/** Nobody means deeper nesting than this, and what walks JSON afterwards may count on it. */
const MAX_DEPTH = 64

type Read = Result<unknown, 'malformed' | 'too_large'>

/**
 * Reads a body as its endpoint wants it: parsed JSON without NUL or half characters, or the bytes. The limit
 * holds whatever Content-Length says. An endpoint without a body ignores what is sent (up to the limit).
 */
export async function readBody(request: Request, spec: BodySpec | undefined): Promise<Read> {
  const bytes = await readLimited(request, spec?.maxBytes ?? MAX_JSON_BYTES).catch(() => 'broken' as const)
  if (bytes === 'broken') return refuse('malformed', { detail: 'The body broke off' })
  if (!bytes) return refuse('too_large')
  if (!spec) return ok(undefined)
  const type = mediaTypeOf(request)
  if (spec.kind === 'bytes') return spec.mediaTypes.includes(type) ? ok(bytes) : wrongType(spec.mediaTypes)
  if (!/^application\/([\w.+-]+\+)?json$/.test(type)) return wrongType(['application/json'])
  return parseJson(bytes)
}

/** What kind of body the request says it has, in lower case and without parameters; empty where it does not say. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function wrongType(wanted: readonly string[]) {
  return refuse('malformed', { detail: `Content-Type must be ${wanted.join(' or ')}` })
}

/**
 * All bytes of a body, or null where there are more than `maxBytes`. What is too much is still read, up to a bound, and
 * dropped: a client that is cut off while it sends never reads the answer. The stream is never cancelled, because both
 * Next and `Readable.toWeb` then throw on the next chunk where nobody can catch it; the answer closes the connection.
 */
export async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes + MAX_DROPPED_BYTES) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  while (size <= maxBytes + MAX_DROPPED_BYTES) {
    const { done, value } = await reader.read()
    if (done) return size > maxBytes ? null : Buffer.concat(chunks, size)
    size += value.byteLength
    if (size <= maxBytes) chunks.push(value)
    else chunks.length = 0
  }
  return null
}

/** JSON from bytes, refused where it is none, nests too deep, or holds text that Postgres cannot keep. */
export function parseJson(bytes: Uint8Array): Result<unknown, 'malformed'> {
  const text = decodeText(bytes)
  if (text === null) return refuse('malformed', { detail: 'The body is not UTF-8' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('malformed', { detail: 'The body is not JSON' })
  }
  const fault = findFault(value)
  return fault ? refuse('malformed', { detail: fault }) : ok(value)
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Level by level, not by recursion: the depth is what is in doubt. */
function findFault(root: unknown): string | null {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return 'The body nests too deep'
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !isCleanText(value))
        return 'The body has NUL or half a character in a text'
      if (Array.isArray(value)) for (const item of value) next.push(item)
      else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value)) next.push(key, item)
    }
    level = next
  }
  return null
}

/** Text that Postgres can keep: no NUL, and no half of a surrogate pair. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
