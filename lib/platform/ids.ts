import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Letters and digits nobody confuses: no 0 O 1 I L U. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** UUID version 7 (RFC 9562, 5.7): sorts by time, so new rows are neighbours in their index. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  return toUuid(bytes, 7)
}

/** Sixteen bytes as a UUID of a version (RFC 9562, 4): its number and the variant are written over theirs. */
export function toUuid(bytes: Buffer, version: 7 | 8): string {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** True for a UUID of any version, in either case: what Postgres would take as an id. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}

/** What people read out: `length` unambiguous characters. */
export function newReference(length = 8): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('')
}

/** A secret with a prefix that tells what it opens, e.g. `tb_live_…`: 32 random bytes, base64url. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`
}

/** SHA-256, hex. Right for long random secrets; passwords want argon2id. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares two strings in a time that does not tell where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}
