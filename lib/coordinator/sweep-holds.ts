import { sweepHolds as sweep } from '@/lib/reservations/releases/store'
import { publishSoon } from './publish-seat-changes'

/** Frees what holds left behind when their time was over, and lets every map know. Returns how many performances. */
export async function sweepHolds(): Promise<number> {
  const performances = await sweep()
  for (const performanceId of performances) publishSoon(performanceId)
  return performances.length
}
