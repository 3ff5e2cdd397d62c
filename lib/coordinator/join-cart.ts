import { inTransaction } from '@/lib/platform/transaction'
import { joinCarts, joinPlaces } from '@/lib/reservations/joins/store'
import { seatsCameBack } from './call-next-in-line'

/**
 * A guest has signed in: what they hold, have ordered and wait for is the account's from now on. Where both held seats at one
 * performance they become one hold of at most ten, without gaining time; what did not fit is freed, and the maps hear
 * of it. Returns how many seats that were. Harmless to repeat; a guest without a cart is no error.
 */
export async function joinCart(who: { guestId: string; userId: string }): Promise<{ freedCount: number }> {
  const freed = await inTransaction(async (tx) => {
    const released = await joinCarts(tx, who)
    await joinPlaces(tx, who)
    return released
  })
  for (const { performanceId } of freed) seatsCameBack(performanceId)
  return { freedCount: freed.reduce((sum, { seatIndexes }) => sum + seatIndexes.length, 0) }
}
