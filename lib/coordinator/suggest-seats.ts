import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import { findSeatFates } from '@/lib/reservations/orders/queries'
import type { OrderLineView, OrderView, SeatFate } from '@/lib/reservations/orders/types'
import { nearestBlock } from '@/lib/seat-map/best'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { describeSeats } from './describe-seats'
import { placeOf } from './place-of'

/** What a fan can still have of a performance in an order that came to nothing. Seats are in words. */
export type SeatOffer = {
  performanceId: string
  line: OrderLineView
  wanted: string[]
  /** Of those wanted, what somebody else has now. */
  gone: string[]
  /**
   * `held`: the fan holds all of them still. `same`: all are free for them. `nearest`: as many together, close by. Null
   * where there is nothing to offer.
   */
  offer: { kind: 'held' | 'same' | 'nearest'; labels: string[]; words: string[] } | null
}

/** What is left of a cancelled order's seats, by performance, or what is nearest to them. */
export async function suggestSeats(order: OrderView): Promise<SeatOffer[]> {
  const fates = await findSeatFates(order.id)
  const words = await describeSeats(order.lines)
  const groups = Map.groupBy(order.lines, (line) => line.performanceId)
  const offers = [...groups].map(async ([performanceId, lines]): Promise<SeatOffer> => {
    const own = fates.filter((fate) => fate.performanceId === performanceId)
    const taken = new Set(own.filter(({ fate }) => fate === 'taken').map(({ seatIndex }) => seatIndex))
    const wordsOf = (some: OrderLineView[]) => some.map((line) => words.get(line) ?? line.seat.label)
    return {
      ...{ performanceId, line: lines[0] as OrderLineView, wanted: wordsOf(lines) },
      gone: wordsOf(lines.filter((line) => taken.has(line.seat.index))),
      offer: await makeOffer(performanceId, own, wordsOf(lines)),
    }
  })
  return Promise.all(offers)
}

async function makeOffer(
  performanceId: string,
  fates: SeatFate[],
  wanted: string[],
): Promise<SeatOffer['offer']> {
  const facts = await findSaleFacts(performanceId)
  if (!facts || decideStatus(facts, new Date()) !== 'on_sale') return null
  if (fates.every(({ fate }) => fate === 'free' || fate === 'held')) {
    const kind = fates.every(({ fate }) => fate === 'held') ? 'held' : 'same'
    return { kind, labels: fates.map(({ label }) => label), words: wanted }
  }
  const map = await findSeatMap(facts.seatMapId)
  const nearest = map ? await findNearest(map, performanceId, fates) : []
  if (!map || nearest.length === 0) return null
  const seats = nearest.map((index) => ({ performanceId, seat: placeOf(map, index) }))
  const words = [...(await describeSeats(seats)).values()]
  return { kind: 'nearest', labels: nearest.map((index) => map.label(index)), words }
}

async function findNearest(map: SeatMap, performanceId: string, fates: SeatFate[]): Promise<number[]> {
  const states = (await readSnapshot(performanceId))?.states
  if (!states) return []
  // What the fan holds already is theirs to keep.
  for (const { seatIndex, fate } of fates) if (fate === 'held') states[seatIndex] = SEAT_STATE.free
  return nearestBlock(
    map,
    states,
    fates.map(({ seatIndex }) => seatIndex),
  )
}
