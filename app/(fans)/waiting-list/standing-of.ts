import type { WaitingFacts, WaitingStatus } from '@/lib/reservations/waiting-list/types'

/** How an entry stands at this moment: a call whose time is over is missed, though nobody has swept it yet. */
export function standingOf(entry: Pick<WaitingFacts, 'status' | 'until'>, now: Date): WaitingStatus {
  const isLate = entry.status === 'called' && (entry.until === null || entry.until <= now)
  return isLate ? 'missed' : entry.status
}
