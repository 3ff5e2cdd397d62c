import type { WaitingChoice } from '@/lib/reservations/waiting-list/types'

/** What was typed, to be shown again. */
export type TypedWish = {
  category: string
  seatCount: string
  takesFewer: boolean
  name: string
  email: string
  phone: string
}

/** Why somebody could not join; `failed` where it was our fault. */
export type JoinRefusal =
  | 'seats_free'
  | 'already_waiting'
  | 'rate_limited'
  | 'not_on_sale'
  | 'invalid'
  | 'failed'

/** What the form was answered. Null before it is sent. */
export type JoinState = {
  refusal: JoinRefusal
  /** Names of the fields that are wrong. */
  wrong: string[]
  typed: TypedWish
} | null

/** A category of the form, without what only the page needs. */
export type JoinCategory = WaitingChoice['categories'][number]
