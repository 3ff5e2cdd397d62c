import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SaleFacts } from '@/lib/events/types'
import { MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import { ensureCart } from '@/lib/reservations/carts/store'
import { claimSeatsTogether } from '@/lib/reservations/holds/store'
import type { ClaimOutcome } from '@/lib/reservations/holds/types'
import type { CartOwner, CartView, HoldView } from '@/lib/reservations/types'
import { findBest, nearestBlock } from '@/lib/seat-map/best'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { publishSoon } from './publish-seat-changes'
import { viewCartById } from './view-cart'

export type SeatWish =
  | { seats: string[] }
  /** `category` is a category's id in the seat map. */
  | { best: { quantity: number; category?: string } }

export type HoldRefusal =
  | 'not_found'
  | 'invalid'
  | 'not_on_sale'
  | 'unknown_seat'
  | 'seat_limit'
  | 'seats_taken'
  | 'sold_out'

type Sale = { facts: SaleFacts; map: SeatMap }
type Held = { hold: HoldView; cart: CartView }

/** How often another best block is tried when somebody was quicker. */
const BEST_TRIES = 6

/**
 * Holds seats of a performance for the owner: those named, or the best together. All or nothing, ten minutes from the
 * first seat. Seats the owner holds already stay and count once. `ticketType` is for all named seats; left out, each
 * takes the first of its category. A refusal names the seats lost and the nearest free block.
 */
export async function holdSeats(request: {
  owner: CartOwner
  performanceId: string
  wish: SeatWish
  ticketType?: string
}): Promise<Result<Held, HoldRefusal>> {
  const sale = await findSale(request.performanceId)
  if (!sale) return refuse('not_found')
  if (decideStatus(sale.facts, new Date()) !== 'on_sale') return refuse('not_on_sale')
  const cartId = await ensureCart(request.owner)
  const held =
    'best' in request.wish
      ? await holdBest(sale, cartId, request.wish.best, request.ticketType)
      : await holdNamed(sale, cartId, request.wish.seats, request.ticketType)
  if (!held.ok) return held
  publishSoon(sale.facts.performanceId)
  const cart = await viewCartById(cartId)
  const hold = cart.holds.find((one) => one.performanceId === sale.facts.performanceId)
  return hold ? ok({ hold, cart }) : refuse('seats_taken', { seats: [], alternatives: [] })
}

async function findSale(performanceId: string): Promise<Sale | null> {
  const facts = await findSaleFacts(performanceId)
  const map = facts && (await findSeatMap(facts.seatMapId))
  return facts && map ? { facts, map } : null
}

async function holdNamed(sale: Sale, cartId: string, labels: string[], ticketType?: string) {
  const wanted = [...new Set(labels)]
  if (wanted.length > MAX_SEATS_PER_HOLD) return refuse('seat_limit')
  const indexes = wanted.map((label) => sale.map.indexOf(label))
  const unknown = wanted.filter((_, i) => (indexes[i] as number) < 0)
  if (unknown.length > 0) return refuse('unknown_seat', { seats: unknown })
  const outcome = await claim(sale, cartId, indexes, ticketType)
  if (!('granted' in outcome)) return outcome
  if (outcome.granted) return ok(indexes)
  if (outcome.reason === 'seat_limit') return refuse('seat_limit')
  return refuse('seats_taken', {
    seats: outcome.lostIndexes.map((index) => sale.map.label(index)),
    alternatives: await suggestInstead(sale, indexes, outcome.lostIndexes),
  })
}

async function holdBest(
  sale: Sale,
  cartId: string,
  best: { quantity: number; category?: string },
  ticketType?: string,
) {
  const categoryIndex = best.category
    ? sale.map.categories.findIndex((category) => category.id === best.category)
    : undefined
  if (categoryIndex === -1)
    return refuse('invalid', { errors: [{ path: 'best.category', message: 'No such category' }] })
  const states = (await readSnapshot(sale.facts.performanceId))?.states
  for (let attempt = 0; states && attempt < BEST_TRIES; attempt += 1) {
    const seats = findBest(sale.map, states, { quantity: best.quantity, categoryIndex })
    if (!seats) break
    const outcome = await claim(sale, cartId, seats, ticketType)
    if (!('granted' in outcome)) return outcome
    if (outcome.granted) return ok(seats)
    if (outcome.reason === 'seat_limit') return refuse('seat_limit')
    for (const index of outcome.lostIndexes) states[index] = SEAT_STATE.held
  }
  return refuse('sold_out')
}

/** Asks the database; refuses first what no performance sells. */
async function claim(
  { facts, map }: Sale,
  cartId: string,
  seatIndexes: number[],
  ticketType: string | undefined,
): Promise<ClaimOutcome | Refusal<'invalid'>> {
  const types = seatIndexes.map((seat) => {
    const ofCategory = facts.ticketTypes.filter((type) => type.categoryIndex === map.category[seat])
    return ticketType ? ofCategory.find((type) => type.id === ticketType) : ofCategory[0]
  })
  const missing = types.indexOf(undefined)
  if (missing >= 0) {
    const label = map.label(seatIndexes[missing] as number)
    return refuse('invalid', { errors: [{ path: 'ticketType', message: `Not sold for seat ${label}` }] })
  }
  return claimSeatsTogether({
    cartId,
    performanceId: facts.performanceId,
    seatIndexes,
    ticketTypeIds: types.flatMap((type) => (type ? [type.id] : [])),
    chosenType: ticketType !== undefined,
  })
}

/** Labels of the free block of the same size nearest to the seats asked for; empty where there is none. */
async function suggestInstead({ facts, map }: Sale, wanted: number[], lost: number[]): Promise<string[]> {
  const states = (await readSnapshot(facts.performanceId))?.states
  if (!states) return []
  for (const index of lost) if (states[index] === SEAT_STATE.free) states[index] = SEAT_STATE.held
  return nearestBlock(map, states, wanted).map((index) => map.label(index))
}
