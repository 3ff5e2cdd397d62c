import { serveFetch } from '@/host/fetch-server'
import { publishSoon } from '@/lib/coordinator/publish-seat-changes'
import { viewAvailability } from '@/lib/coordinator/view-availability'
import { findPlan } from '@/lib/events/seat-maps/queries'
import { pool } from '@/lib/platform/db'
import { claimSeatsTogether } from '@/lib/reservations/holds/store'
import { releaseSeats } from '@/lib/reservations/releases/store'
import { createTestCarts, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { drawLargeBowl } from './bowl-draft'
import { answerCalls, sharedNow } from './live-calls'

// The app's part of the live bench, in a process of its own: it claims, commits, numbers and publishes as the app does,
// and answers for the plan and the snapshot.

const CARTS = 400
const anywhere = { 'access-control-allow-origin': '*' }
const carts: string[] = []
const holder = new Map<number, string>()
let hall: TestPerformance

async function change(seat: number) {
  const { performanceId, ticketTypeIds } = hall
  const held = holder.get(seat)
  const askedAt = sharedNow()
  if (held) {
    await releaseSeats(held, performanceId, [seat])
    holder.delete(seat)
    carts.push(held)
  } else {
    const cartId = carts.pop() as string
    // Any type will do: the claim does not look at prices.
    const claim = { cartId, performanceId, seatIndexes: [seat], chosenType: true }
    const outcome = await claimSeatsTogether({ ...claim, ticketTypeIds: [ticketTypeIds[0] as string] })
    if (!outcome.granted) throw new Error(`seat ${seat} was not free`)
    holder.set(seat, cartId)
  }
  const committedAt = sharedNow()
  publishSoon(performanceId)
  return { seat, askedAt, committedAt }
}

const calls = {
  async open() {
    hall = await createTestPerformance({ draft: drawLargeBowl() })
    carts.push(...(await createTestCarts(CARTS)))
    const server = await serveFetch(async (request) => {
      const body = request.url.endsWith('/plan')
        ? await findPlan(hall.seatMapId)
        : await viewAvailability(hall.performanceId)
      return Response.json(body, { headers: anywhere })
    }, 0)
    return { url: server.url, performanceId: hall.performanceId }
  },
  /** Takes a seat, or gives it back where it is taken: when it was asked for and when it was committed. */
  change,
  /** All of them at once. */
  changeAll: (seats: number[]) => Promise.all(seats.map(change)),
  /** Batches numbered so far. */
  async version() {
    const { rows } = await pool.query<{ version: number }>(
      'SELECT version FROM seat_feed WHERE performance_id = $1',
      [hall.performanceId],
    )
    return rows[0]?.version ?? 0
  },
}

export type LiveHouse = typeof calls
answerCalls(calls)
