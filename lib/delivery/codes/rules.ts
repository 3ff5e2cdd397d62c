import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { isId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { TicketClaims } from './types'

/**
 * `TB1.<payload>.<signature>`, both base64url. The payload is 36 bytes (serial, ticket id, performance id)
 * and the signature Ed25519 over everything before it, version included: 139 characters, a QR code of version
 * 8 at level M, which scans in rain, at arm's length, from a cracked screen. A door needs only the public
 * key, no network.
 */
const VERSION = 'TB1'
const PAYLOAD_BYTES = 36
const SIGNATURE_BYTES = 64
const MAX_SERIAL = 0xffffffff
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export type TicketKeys = { privateKey: KeyObject; publicKey: KeyObject }

/** Both keys from TICKET_SIGNING_KEY (PKCS8 DER, base64). Throws when it is no Ed25519 key. */
export function readTicketKeys(pkcs8Base64: string): TicketKeys {
  const key = Buffer.from(pkcs8Base64, 'base64')
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('TICKET_SIGNING_KEY is not an Ed25519 key')
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/**
 * The code of one issue of a ticket; the same claims and key give the same code. Throws a RangeError for
 * unfit claims.
 */
export function signTicketCode(claims: TicketClaims, privateKey: KeyObject): string {
  const signed = `${VERSION}.${encodeClaims(claims).toString('base64url')}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

/**
 * The claims of a code that was signed with this key. Anything else (not ours, cut short, altered by a
 * character, another key, a version this build does not read) is `unknown_ticket`, with the reason in
 * `detail`. Says nothing about the ticket's fate since: the caller compares `serial` and status with the
 * ticket.
 */
export function verifyTicketCode(code: string, publicKey: KeyObject): Result<TicketClaims, 'unknown_ticket'> {
  const [version, payloadText = '', signatureText = '', ...rest] = code.trim().split('.')
  if (!/^TB\d+$/.test(version ?? '')) return refuseCode('This is not a TicketBoss code.')
  if (version !== VERSION) return refuseCode('This code is of a version this door does not read.')
  const payload = decodeExactly(payloadText, PAYLOAD_BYTES)
  const signature = decodeExactly(signatureText, SIGNATURE_BYTES)
  if (!payload || !signature || rest.length > 0) return refuseCode('This code is incomplete or damaged.')
  if (!verify(null, Buffer.from(`${VERSION}.${payloadText}`), publicKey, signature)) {
    return refuseCode('The signature of this code is not ours.')
  }
  return ok(decodeClaims(payload))
}

/** What people read out when the code does not scan: 8 unambiguous characters of the code's hash, `7K3M-9QXP`. */
export function shortTicketCode(code: string): string {
  const digest = createHash('sha256').update(code).digest()
  const letters = Array.from(digest.subarray(0, 8), (byte) => READABLE[byte % READABLE.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

function refuseCode(detail: string) {
  return refuse('unknown_ticket', { detail })
}

/** Strict: base64url has spare bits in its last character, and two spellings of one code must not both pass. */
function decodeExactly(text: string, size: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === size && bytes.toString('base64url') === text ? bytes : null
}

function encodeClaims({ ticketId, performanceId, serial }: TicketClaims): Buffer {
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL) {
    throw new RangeError(`ticket serial out of range: ${serial}`)
  }
  const head = Buffer.alloc(4)
  head.writeUInt32BE(serial)
  return Buffer.concat([head, encodeId(ticketId), encodeId(performanceId)])
}

function decodeClaims(bytes: Buffer): TicketClaims {
  return {
    serial: bytes.readUInt32BE(0),
    ticketId: decodeId(bytes.subarray(4, 20)),
    performanceId: decodeId(bytes.subarray(20, 36)),
  }
}

function encodeId(id: string): Buffer {
  if (!isId(id)) throw new RangeError('a ticket code carries UUIDs only')
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function decodeId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
