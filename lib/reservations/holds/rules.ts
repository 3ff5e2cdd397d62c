import { createHash } from 'node:crypto'

export const MAX_SEATS_PER_HOLD = 10
export const HOLD_MINUTES = 10
/** From the first seat to the very end, the one extension for paying included. */
export const MAX_HOLD_MINUTES = 30
/** What a fan has at least, from the moment they start to pay. */
export const PAYMENT_MINUTES = 15

/**
 * The id of a cart's hold at a performance: always the same, so that a claim knows its own seats without asking
 * first. UUID version 8 (RFC 9562, 5.8) of the SHA-256 of both ids.
 */
export function holdIdOf(cartId: string, performanceId: string): string {
  const bytes = createHash('sha256').update(`${cartId}/${performanceId}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
