import type { Money } from '@/lib/platform/money'

/** What decides whether the tickets of one performance can be posted. */
export type PostageFacts = {
  performanceId: string
  title: string
  startsAt: Date
  timezone: string
  currency: string
  /** Set by hand; null: as long before the start as the rate says. */
  postUntil: Date | null
  /** Null where the organizer does not post in this currency. */
  rate: { amount: number; leadDays: number } | null
}

/**
 * Whether one letter can carry the tickets of all these performances. `too_late` names the first whose last day of
 * posting is over.
 */
export type PostageOffer =
  | { kind: 'offered'; fee: Money; until: Date; timezone: string }
  | { kind: 'too_late'; title: string; until: Date; timezone: string }
  | { kind: 'none' }
