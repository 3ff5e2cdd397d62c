import { inTransaction } from '@/lib/platform/transaction'
import { forgetGone as forget } from '@/lib/reservations/persons/store'

/**
 * Takes the last of deleted accounts out of their orders, once the nights they were kept for are over. Returns how many
 * orders that were.
 */
export function forgetGone(): Promise<number> {
  return inTransaction(forget)
}
