import { inTransaction } from '@/lib/platform/transaction'
import { findEntry } from '@/lib/reservations/waiting-list/queries'
import { leaveLine, letSeatsGo } from '@/lib/reservations/waiting-list/store'
import { seatsCameBack } from './call-next-in-line'

/**
 * Whoever has the key of a place in a waiting list gives it up; seats held for it go to the next. False where it was
 * over already, or the key is none.
 */
export async function leaveWaitingList(key: string): Promise<boolean> {
  if (!(await findEntry(key))) return false
  // Called just now: then there are seats to let go of.
  return (await leaveLine(key)) || letGo(key, 'left')
}

/** Who was called does not want the seats: they go to the next. False where nothing is held for them any more. */
export async function letCalledSeatsGo(key: string): Promise<boolean> {
  return (await findEntry(key)) !== null && letGo(key, 'missed')
}

async function letGo(key: string, as: 'left' | 'missed'): Promise<boolean> {
  const ended = await inTransaction((tx) => letSeatsGo(tx, key, as))
  if (ended) seatsCameBack(ended.performanceId)
  return ended !== null
}
