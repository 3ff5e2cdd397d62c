import type { PostalAddress } from '@/lib/platform/address'
import type { ErrorCode } from '@/lib/platform/errors'
import type { Money } from '@/lib/platform/money'

/** What is typed into an address, wrong or right; country is a code of two letters. */
export type TypedAddress = { [Part in keyof PostalAddress]-?: string }

/** A choice of the form, in the fan's language. */
export type Country = { code: string; name: string }

/** What was typed, to be shown again. */
export type TypedDetails = {
  email: string
  name: string
  delivery: 'email' | 'post'
  address: TypedAddress
  /** Id of a card that is kept; empty for another one. */
  card: string
}

/** What the checkout form was answered: a refusal with what was typed. Null before it is sent. */
export type CheckoutState = {
  values: TypedDetails
  /**
   * `address_doubtful`: the post does not know the address; sent again as it is, it is taken. `unreachable`: nothing was
   * sent.
   */
  code: ErrorCode | 'address_doubtful' | 'unreachable'
  /** Seats that were lost, in words. */
  lost: string[]
  /** The promo code that was used when the page was shown. */
  promo: string
  total?: Money
  /** Names of the fields that are wrong. */
  fields: string[]
} | null

/** What the page shows, as it comes back with the form. */
export type ShownCart = {
  seats: { performanceId: string; label: string; words: string }[]
  total: Money
}
