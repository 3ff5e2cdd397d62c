import { claimSeatsTogether } from '@/lib/reservations/holds/store'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { createTestCarts, type TestPerformance } from '@/prisma/testing'
import { claimBare, expectGranted, makeClaims } from './bare-claim'
import { createGuests, forgetGuests } from './guests'
import { describeLatency, type Loader, type LoadJob, type LoadResult } from './load'
import { Exhausted, measureRate, printTable, type Row } from './measure'
import { freeAllSeats, type SeatSupply, shuffleSeats } from './seat-supply'
import type { Servers } from './servers'

const CLIENTS = 64
const SECONDS = 2
const WARM_UP_SECONDS = 1
const ROUNDS = 3
const GUESTS = 16_000

const CONSTANT = 'a constant, node:http'
const NEXT_CONSTANT = 'a constant, Next route'
const BARE = 'bare statement, in process'
const STORE = 'claim, in process'

type Stage = { servers: Servers; loader: Loader; hall: TestPerformance; map: SeatMap; tokens: string[] }
type Contender = { name: string; of?: string[]; job: Pick<LoadJob, 'port' | 'path' | 'status'>; keyed?: true }

/**
 * Claims per second through HTTP, beside a route that returns a constant (by `node:http` and by Next), the store
 * function and the bare statement. Every claim is a guest's first, for seats nobody has asked for, and makes their
 * cart as well.
 */
export async function benchDoors(
  servers: Servers,
  loader: Loader,
  hall: TestPerformance,
  map: SeatMap,
): Promise<void> {
  const stage = { servers, loader, hall, map, tokens: await createGuests(GUESTS) }
  for (const contender of listContenders(stage)) {
    await startOver(hall)
    await loader.run({ ...makeJob(stage, contender, 2), seconds: WARM_UP_SECONDS })
  }
  for (const size of [2, 10]) console.log(await benchSize(stage, size))
}

async function benchSize(stage: Stage, size: number): Promise<string> {
  const contenders = listContenders(stage)
  const results = new Map<string, LoadResult[]>(contenders.map(({ name }) => [name, []]))
  const inProcess: Row[] = [
    { name: BARE, perSecond: [] },
    { name: STORE, perSecond: [], of: [BARE] },
  ]
  for (let round = 0; round < ROUNDS; round += 1) {
    await measureInProcess(stage, size, inProcess)
    for (const contender of contenders) {
      await startOver(stage.hall)
      results.get(contender.name)?.push(await stage.loader.run(makeJob(stage, contender, size)))
    }
  }
  const rows = contenders.map(({ name, of }): Row => {
    const rounds = results.get(name) ?? []
    return { name, of, perSecond: rounds.map(({ perSecond }) => perSecond), note: describeLatency(rounds) }
  })
  const title = `POST …/holds, ${size} of 100,000 seats, ${CLIENTS} connections`
  return printTable(title, [...inProcess, ...rows])
}

function listContenders({ servers, hall }: Stage): Contender[] {
  const holds = `/api/v1/performances/${hall.performanceId}/holds`
  const hot = { port: servers.host, path: holds, status: 201 }
  return [
    { name: CONSTANT, job: { port: servers.constant, path: holds, status: 200 } },
    { name: 'hot door', of: [CONSTANT, STORE], job: hot },
    { name: 'hot door, Idempotency-Key', of: [CONSTANT, STORE], job: hot, keyed: true },
    // `app/api/v1/[...path]`: not_found, whatever is asked.
    { name: NEXT_CONSTANT, job: { port: servers.next, path: '/api/v1/nothing', status: 404 } },
    { name: 'Next route', of: [NEXT_CONSTANT, STORE], job: { ...hot, port: servers.next } },
  ]
}

/** Each guest asks once, for seats of their own. */
function makeJob({ tokens, map }: Stage, { job, keyed }: Contender, size: number): LoadJob {
  const supply = shuffleSeats(map.seatCount)
  const requests: LoadJob['requests'] = []
  for (const token of tokens) {
    const seats = takeSeats(supply, size)
    if (!seats) break
    const headers = {
      authorization: `Bearer ${token}`,
      ...(keyed ? { 'idempotency-key': token.slice(-20) } : {}),
    }
    requests.push({ headers, body: JSON.stringify({ seats: seats.map((seat) => map.label(seat)) }) })
  }
  const headers = { 'content-type': 'application/json' }
  return { ...job, method: 'POST', clients: CLIENTS, seconds: SECONDS, headers, requests }
}

function takeSeats(supply: SeatSupply, size: number): number[] | null {
  try {
    return supply.take(size)
  } catch (error) {
    if (error instanceof Exhausted) return null
    throw error
  }
}

async function measureInProcess({ hall, map }: Stage, size: number, [bare, store]: Row[]): Promise<void> {
  await startOver(hall)
  const claimOf = makeClaims(hall, await createTestCarts(GUESTS), size)
  let supply = shuffleSeats(map.seatCount)
  bare?.perSecond.push(await measureRate(CLIENTS, SECONDS, () => claimBare(claimOf(supply))))
  await freeAllSeats(hall.performanceId)
  supply = shuffleSeats(map.seatCount)
  store?.perSecond.push(
    await measureRate(CLIENTS, SECONDS, () => expectGranted(claimSeatsTogether(claimOf(supply)))),
  )
}

async function startOver(hall: TestPerformance): Promise<void> {
  await freeAllSeats(hall.performanceId)
  await forgetGuests()
}
