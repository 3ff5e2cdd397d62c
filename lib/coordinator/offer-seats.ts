import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SaleFacts } from '@/lib/events/types'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import { ensureCart } from '@/lib/reservations/carts/store'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { findOffer } from '@/lib/reservations/offers/queries'
import { letGoOfOffer, makeOffer, sweepOffers } from '@/lib/reservations/offers/store'
import type { StandingOffer } from '@/lib/reservations/offers/types'
import { sweepHolds } from '@/lib/reservations/releases/store'
import type { CartOwner } from '@/lib/reservations/types'
import { nearestBlock } from '@/lib/seat-map/best'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { seatsCameBack } from './call-next-in-line'
import { publishSoon } from './publish-seat-changes'

/** A seat and as what it was wanted; without a ticket type the first of its category. */
export type WantedSeat = { label: string; ticketType?: string | undefined }

type Sale = { facts: SaleFacts; map: SeatMap }
type Seat = { index: number; ticketTypeId: string }

/** How often the next block is tried when somebody was quicker again. */
const TRIES = 5

/**
 * In place of seats the owner wanted and cannot have all of: as many together, as near as can be, at the same price, held
 * for two minutes for the owner to keep or let go (`answerOffer`). Those still free may be among them; `gone` are not. An
 * offer not answered yet is replaced by one for all that was lost. False, and nothing new is held, where no such seats are
 * left, more than ten would come together, or the performance is not on sale.
 */
export async function offerSeats(request: {
  owner: CartOwner
  performanceId: string
  wanted: WantedSeat[]
  /** Labels: those that somebody else was seen to have. */
  gone?: string[]
}): Promise<boolean> {
  const sale = await findOpenSale(request.performanceId)
  if (!sale || request.wanted.length === 0) return false
  const { performanceId } = sale.facts
  const wanted = findWanted(sale, request.wanted)
  if (!wanted) return false
  const gone = (request.gone ?? []).map((label) => sale.map.indexOf(label))
  const cartId = await ensureCart(request.owner)
  const before = await makeRoom(cartId, performanceId)
  const own = { sale, cartId, wanted, gone }
  if (!before) return offer(own)
  // Lost one after the other, they are found again together.
  const seats = before.seatIndexes.map((index, nth) => ({
    index,
    ticketTypeId: before.ticketTypeIds[nth] as string,
  }))
  const all = { ...own, wanted: [...seats, ...wanted], gone: [...before.lostIndexes, ...gone] }
  return (await offer(all)) || offer(own)
}

type Wish = { sale: Sale; cartId: string; wanted: Seat[]; gone: number[] }

async function offer({ sale, cartId, wanted, gone }: Wish): Promise<boolean> {
  const { performanceId } = sale.facts
  const states = (await readSnapshot(performanceId))?.states
  if (!states) return false
  for (const index of gone) states[index] = SEAT_STATE.held
  // A block never mixes two price categories.
  const groups = [...Map.groupBy(wanted, ({ index }) => sale.map.category[index]).values()]
  const asked = new Set([...gone, ...wanted.map(({ index }) => index)])
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const seats = findInstead(sale, states, groups)
    if (!seats) return false
    const seatIndexes = seats.map(({ index }) => index)
    const ticketTypeIds = seats.map(({ ticketTypeId }) => ticketTypeId)
    const lostIndexes = [...asked].filter((index) => states[index] !== SEAT_STATE.free)
    const outcome = await makeOffer({
      ...{ cartId, performanceId, seatIndexes, ticketTypeIds, lostIndexes },
    })
    if (outcome.made) publishSoon(performanceId)
    if (outcome.made || outcome.reason === 'no_room') return outcome.made
    for (const index of outcome.lostIndexes) states[index] = SEAT_STATE.held
  }
  return false
}

async function findOpenSale(performanceId: string): Promise<Sale | null> {
  const facts = await findSaleFacts(performanceId)
  if (!facts || decideStatus(facts, new Date()) !== 'on_sale') return null
  const map = await findSeatMap(facts.seatMapId)
  return map && { facts, map }
}

/** What ended goes first, so that it is in nobody's way; then an offer not answered yet, which is returned. */
async function makeRoom(cartId: string, performanceId: string): Promise<StandingOffer | null> {
  const holdId = holdIdOf(cartId, performanceId)
  await sweepHolds({ holdId })
  await sweepOffers({ holdId })
  const before = await findOffer(cartId, performanceId)
  if (before) await letGoOfOffer(cartId, performanceId, before.id)
  seatsCameBack(performanceId)
  return before
}

/** The seats, each once; null where one of them cannot be had here at all. */
function findWanted({ facts, map }: Sale, wanted: WantedSeat[]): Seat[] | null {
  const seats = new Map<number, Seat>()
  for (const { label, ticketType } of wanted) {
    const index = map.indexOf(label)
    const types = facts.ticketTypes.filter((type) => type.categoryIndex === map.category[index])
    const type = ticketType ? types.find(({ id }) => id === ticketType) : types[0]
    if (index < 0 || !type) return null
    seats.set(index, { index, ticketTypeId: type.id })
  }
  return [...seats.values()]
}

/** A block for each group, as the same tickets; null where one of them has none. */
function findInstead(sale: Sale, states: Uint8Array, groups: Seat[][]): Seat[] | null {
  const left = Uint8Array.from(states)
  const found: Seat[] = []
  for (const group of groups) {
    const same = findSamePriced(sale, group)
    const wanted = group.map(({ index }) => index)
    const block = nearestBlock(sale.map, left, wanted, new Set(same.keys()))
    if (block.length === 0) return null
    for (const [nth, index] of block.entries()) {
      left[index] = SEAT_STATE.held
      const ticketTypeId = same.get(sale.map.category[index] ?? -1)?.[nth] as string
      found.push({ index, ticketTypeId })
    }
  }
  return found
}

/** By category index: the ticket types of the group's seats there, where each is sold under its name for its price. */
function findSamePriced({ facts }: Sale, group: Seat[]): Map<number, string[]> {
  const wanted = group.map(({ ticketTypeId }) => facts.ticketTypes.find(({ id }) => id === ticketTypeId))
  const categories = new Set(facts.ticketTypes.map(({ categoryIndex }) => categoryIndex))
  const found = new Map<number, string[]>()
  for (const category of categories) {
    const ids = wanted.flatMap(
      (one) =>
        facts.ticketTypes.find(
          (type) => type.categoryIndex === category && type.name === one?.name && type.amount === one.amount,
        )?.id ?? [],
    )
    if (ids.length === group.length) found.set(category, ids)
  }
  return found
}
