import { lockSeats, markSeats } from '@/lib/events/blocks/store'
import { type BlockSeatsInput, blockSeatsSchema } from '@/lib/events/performances/schema'
import { lockPerformance } from '@/lib/events/performances/store'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { setAside } from '@/lib/reservations/releases/set-aside'
import { seatsCameBack } from './call-next-in-line'

type Asked = { organizerId: string; performanceId: string; input: BlockSeatsInput }
type Refusals = 'invalid' | 'not_found' | 'not_on_sale' | 'unknown_seat' | 'seats_taken'

/**
 * Keeps seats back for the house, all of the asked ones or none; seats kept back already stay so. Refusals:
 * `unknown_seat` and `seats_taken` with the labels, `not_on_sale` while the performance is a draft (it has no seats
 * yet) or cancelled, `invalid`, `not_found`. The value tells how many seats changed.
 */
export function blockSeats(asked: Asked): Promise<Result<{ changed: number }, Refusals>> {
  return changeBlocks(asked, 'blocked')
}

/** Gives house seats back to sale, or to who waits for them; seats that are not kept back are left as they are. Refusals as `blockSeats`. */
export function unblockSeats(asked: Asked): Promise<Result<{ changed: number }, Refusals>> {
  return changeBlocks(asked, 'free')
}

async function changeBlocks(
  { organizerId, performanceId, input }: Asked,
  to: 'blocked' | 'free',
): Promise<Result<{ changed: number }, Refusals>> {
  const parsed = parse(blockSeatsSchema, input)
  if (!parsed.ok) return parsed
  const labels = [...new Set(parsed.value.seats)]
  const changed = await changeLocked(organizerId, performanceId, labels, to)
  if (changed.ok && changed.value.changed > 0) seatsCameBack(performanceId)
  return changed
}

function changeLocked(
  organizerId: string,
  performanceId: string,
  labels: string[],
  to: 'blocked' | 'free',
): Promise<Result<{ changed: number }, Refusals>> {
  return inTransaction(async (tx) => {
    const performance = await lockPerformance(tx, { organizerId, performanceId })
    if (!performance) return refuse('not_found')
    if (performance.status !== 'published') return refuse('not_on_sale')
    const map = await findSeatMap(performance.seatMapId)
    const unknown = labels.filter((label) => (map?.indexOf(label) ?? -1) === -1)
    if (!map || unknown.length > 0) return refuse('unknown_seat', { seats: unknown })
    const seats = await lockSeats(
      tx,
      performance.id,
      labels.map((label) => map.indexOf(label)),
    )
    const taken = seats.filter(({ status }) => status === 'held' || status === 'sold')
    if (to === 'blocked' && taken.length > 0)
      return refuse('seats_taken', { seats: taken.map(({ seatIndex }) => map.label(seatIndex)) })
    const from = to === 'blocked' ? 'free' : 'blocked'
    const changing = seats.filter(({ status }) => status === from).map(({ seatIndex }) => seatIndex)
    await markSeats(tx, performance.id, changing, to)
    if (to === 'free') await setAside(tx, performance.id, changing)
    return ok({ changed: changing.length })
  })
}
