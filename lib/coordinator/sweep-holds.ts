import { sweepOffers } from '@/lib/reservations/offers/store'
import { sweepHolds as sweep } from '@/lib/reservations/releases/store'
import { publishSoon } from './publish-seat-changes'

/** Frees what holds and offers left behind when their time was over, and lets every map know. Returns how many performances. */
export async function sweepHolds(): Promise<number> {
  const performances = new Set([...(await sweep()), ...(await sweepOffers())])
  for (const performanceId of performances) publishSoon(performanceId)
  return performances.size
}
