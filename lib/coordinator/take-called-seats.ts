import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { ensureCart } from '@/lib/reservations/carts/store'
import { takeSeats } from '@/lib/reservations/takes/store'
import type { CartOwner } from '@/lib/reservations/types'
import { findEntry } from '@/lib/reservations/waiting-list/queries'

/**
 * Whoever opens the link of somebody who was called takes the seats into their own cart, at the price they are held at:
 * ten minutes to pay, or what the cart's hold there has left. Once, whoever is first; repeating it is harmless to them.
 * Refusals, nothing is changed: `too_late` where the seats went to the next, or the performance began; `seat_limit` where
 * the cart would hold more than ten; `not_found` for a key that is none.
 */
export async function takeCalledSeats({
  owner,
  key,
}: {
  owner: CartOwner
  key: string
}): Promise<Result<{ performanceId: string }, 'not_found' | 'too_late' | 'seat_limit'>> {
  const entry = await findEntry(key)
  if (!entry) return refuse('not_found')
  const { performanceId } = entry
  const facts = await findSaleFacts(performanceId)
  if (!facts || decideStatus(facts, new Date()) !== 'on_sale') return refuse('too_late')
  const outcome = await takeSeats(entry, await ensureCart(owner))
  return outcome === 'taken' ? ok({ performanceId }) : refuse(outcome)
}
