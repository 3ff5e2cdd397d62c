import type { ErrorCode } from '@/lib/platform/errors'
import type { Money } from '@/lib/platform/money'

/** What the checkout form was answered: a refusal with what was typed. Null before it is sent. */
export type CheckoutState = {
  values: { email: string; name: string }
  code: ErrorCode
  /** Seats that were lost, in words. */
  lost: string[]
  total?: Money
  /** Names of the fields that are wrong. */
  fields: string[]
} | null

/** What the page shows, as it comes back with the form. */
export type ShownCart = {
  seats: { performanceId: string; label: string; words: string }[]
  total: Money
}
