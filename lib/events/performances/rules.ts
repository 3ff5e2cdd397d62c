import type { FieldIssue } from '@/lib/platform/errors'
import type { Availability, PerformanceStatus, SeatCounts } from '../types'

/** At most this share of what was ever for sale is still free: few left. */
const FEW_LEFT_SHARE = 0.1

export type StatusFacts = {
  status: 'draft' | 'published' | 'cancelled'
  startsAt: Date
  onSaleAt: Date | null
}

/**
 * What a performance is at `now`. It is on sale from `onSaleAt` (included) until it starts; a seat in somebody's hold
 * may come back, so only a house without free and held seats is sold out. Without counts it is never sold out.
 */
export function decideStatus(facts: StatusFacts, now: Date, counts?: SeatCounts): PerformanceStatus {
  if (facts.status !== 'published') return facts.status
  if (facts.startsAt <= now) return 'past'
  if (facts.onSaleAt && facts.onSaleAt > now) return 'scheduled'
  if (counts && counts.free === 0 && counts.held === 0) return 'sold_out'
  return 'on_sale'
}

/** Free seats of those ever for sale (house seats are not), 0…1; 0 where none ever was. */
export function shareFree({ free, held, sold }: SeatCounts): number {
  const sellable = free + held + sold
  return sellable === 0 ? 0 : free / sellable
}

/** The badge of a performance. A cancelled one is as good as past: nothing of it can be bought. */
export function decideAvailability(status: PerformanceStatus, counts: SeatCounts): Availability {
  if (status === 'scheduled') return 'not_yet'
  if (status === 'sold_out') return 'sold_out'
  if (status !== 'on_sale') return 'past'
  return shareFree(counts) <= FEW_LEFT_SHARE ? 'few_left' : 'on_sale'
}

/**
 * The badge of an event, of its performances' badges: the best that any of them offers, where the chance to buy now
 * comes before one to come.
 */
export function combineAvailability(badges: readonly Availability[]): Availability {
  const best: Availability[] = ['on_sale', 'few_left', 'not_yet', 'sold_out']
  return best.find((badge) => badges.includes(badge)) ?? 'past'
}

/** What is wrong with a new performance's times at `now`: it is to come, with doors and sales before it starts. */
export function checkTimes(
  { startsAt, doorsAt, onSaleAt }: { startsAt: Date; doorsAt?: Date; onSaleAt?: Date },
  now: Date,
): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (startsAt <= now) issues.push({ path: 'startsAt', message: 'is over already' })
  if (doorsAt && doorsAt > startsAt) issues.push({ path: 'doorsAt', message: 'is after the start' })
  if (onSaleAt && onSaleAt >= startsAt) issues.push({ path: 'onSaleAt', message: 'is not before the start' })
  return issues
}
