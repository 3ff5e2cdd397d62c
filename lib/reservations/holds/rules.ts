import { createHash } from 'node:crypto'
import { toUuid } from '@/lib/platform/ids'

/**
 * The id of a cart's hold at a performance: always the same, so that a claim knows its own seats without asking
 * first. UUID version 8 (RFC 9562, 5.8) of the SHA-256 of both ids.
 */
export function holdIdOf(cartId: string, performanceId: string): string {
  const digest = createHash('sha256').update(`${cartId}/${performanceId}`).digest()
  return toUuid(digest.subarray(0, 16), 8)
}
