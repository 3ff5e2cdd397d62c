import { MAX_HOLD_MINUTES, MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'

/** What a cart holds at one performance. */
export type HoldFacts = {
  seatIndexes: number[]
  firstHeldAt: Date
  expiresAt: Date
  paymentStartedAt: Date | null
  /** More time was asked for, once. */
  extendedAt: Date | null
}

/**
 * One hold of two at the same performance. All seats stay where they are ten or fewer; else those of the guest, who
 * chose them a moment ago, go first (unless only the account's are being paid for), and of the others as many as fit,
 * by index; the rest is `released`. It began with the earlier of the two and ends with the earlier, so that nobody
 * gains time; but one that is being paid for keeps its time, and the other's seats join it, as seats added to it would.
 * Never longer than thirty minutes from the first seat.
 */
export function mergeHolds(guest: HoldFacts, account: HoldFacts): { hold: HoldFacts; released: number[] } {
  const accountFirst = account.paymentStartedAt !== null && guest.paymentStartedAt === null
  const [first, second] = accountFirst ? [account, guest] : [guest, account]
  const others = second.seatIndexes.toSorted((a, b) => a - b)
  const room = MAX_SEATS_PER_HOLD - first.seatIndexes.length
  const kept = others.slice(0, room)
  if (kept.length === 0) return { hold: first, released: others }
  const hold = {
    seatIndexes: [...first.seatIndexes, ...kept].sort((a, b) => a - b),
    firstHeldAt: earliest([first.firstHeldAt, second.firstHeldAt]),
    expiresAt: decideEnd(first, second),
    paymentStartedAt: first.paymentStartedAt ?? second.paymentStartedAt,
    extendedAt: first.extendedAt ?? second.extendedAt,
  }
  return { hold, released: others.slice(room) }
}

function decideEnd(one: HoldFacts, other: HoldFacts): Date {
  const paying = [one, other].filter((hold) => hold.paymentStartedAt !== null)
  if (paying.length === 0) return earliest([one.expiresAt, other.expiresAt])
  const latestPaid = Math.max(...paying.map((hold) => hold.expiresAt.getTime()))
  const limit = earliest([one.firstHeldAt, other.firstHeldAt]).getTime() + MAX_HOLD_MINUTES * 60_000
  return new Date(Math.min(latestPaid, limit))
}

function earliest(moments: Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())))
}
