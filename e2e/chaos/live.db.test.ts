import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishSoon } from '@/lib/coordinator/publish-seat-changes'
import { findStale } from '@/lib/realtime/batches/queries'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import { claimSeatsTogether } from '@/lib/reservations/holds/store'
import { releaseSeats } from '@/lib/reservations/releases/store'
import { encodeStates } from '@/lib/seat-map/states'
import { createTestCarts, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { type LiveHall, openFeed, overlookGaps } from './testing/live-fans'
import { wideDraft } from './testing/wide-draft'

// The address must stand in the environment before anything of ours reads it.
const line = await vi.hoisted(async () => (await import('./testing/live-house')).openLine())

const SECTIONS = 6
const CARTS = 24
type Hall = TestPerformance & LiveHall & { perSection: number }

let large: Hall
let small: Hall
let carts: string[]

async function makeHall(rows: number, seatsPerRow: number): Promise<Hall> {
  const perSection = rows * seatsPerRow
  const made = await createTestPerformance({ draft: wideDraft(SECTIONS, rows, seatsPerRow) })
  const sections = Array.from({ length: SECTIONS }, (_, at) => ({ firstSeat: at * perSection }))
  return { ...made, perSection, sections, seatCount: SECTIONS * perSection }
}

beforeAll(async () => {
  large = await makeHall(20, 50)
  small = await makeHall(4, 10)
  carts = await createTestCarts(CARTS)
  // A publish that fails says so in the log, and is made up for.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => line.close())

/** What people do: take seats, give seats back, look elsewhere; and what becomes of the line meanwhile. */
type Step =
  | { kind: 'claim' | 'release'; cart: number; section: number; seats: number[] }
  | { kind: 'look'; fan: number; sections: number[] }
  | { kind: 'cut' | 'pause' }

const section = fc.nat(SECTIONS - 1)
const seats = fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 4 })
const changeStep = fc.record({
  kind: fc.constantFrom('claim' as const, 'claim' as const, 'release' as const),
  ...{ cart: fc.nat(CARTS - 1), section, seats },
})
const look = fc.record({
  ...{ kind: fc.constant('look' as const), fan: fc.nat(3) },
  sections: fc.uniqueArray(section, { maxLength: 3 }),
})
const event = fc.record({ kind: fc.constantFrom('cut' as const, 'pause' as const, 'pause' as const) })
const story = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: changeStep },
    { weight: 2, arbitrary: look },
    { weight: 2, arbitrary: event },
  ),
  { minLength: 30, maxLength: 60 },
) as fc.Arbitrary<Step[]>

async function applyChange(hall: Hall, { kind, cart, section, seats }: Step & { kind: 'claim' | 'release' }) {
  const cartId = carts[cart] as string
  const seatIndexes = seats.map((seat) => section * hall.perSection + seat)
  if (kind === 'release') await releaseSeats(cartId, hall.performanceId, seatIndexes)
  else {
    const ticketTypeIds = seats.map(() => hall.ticketTypeIds[0] as string)
    const { performanceId } = hall
    await claimSeatsTogether({ cartId, performanceId, seatIndexes, ticketTypeIds, chosenType: false })
  }
  publishSoon(hall.performanceId)
}

async function breakLine() {
  await line.break(
    { effect: 'drop', event: '^seats$', chance: 0.2 },
    { effect: 'duplicate', event: '^seats$', chance: 0.2 },
    { effect: 'reorder', event: '^seats$', chance: 0.2, ms: 300 },
    { effect: 'delay', event: '^seats$', chance: 0.2, ms: 250 },
    { effect: 'fail-before', chance: 0.1, times: 2 },
    { effect: 'fail-after', chance: 0.1, times: 2 },
  )
}

type LineOptions = { withCuts?: boolean; hear?: (diff: unknown) => unknown }

const UNTRUE = 'a fan sees what is not so'

/** Lets it happen, mends the line, changes one seat more in each section, and waits until all fans see the truth. */
async function live(hall: Hall, steps: Step[], { withCuts = false, hear }: LineOptions) {
  const fans = Array.from({ length: 4 }, () => openFeed(line, hall, hear))
  try {
    await vi.waitFor(
      () => expect(fans.map(({ feed }) => feed.getStatus().mode)).toEqual(fans.map(() => 'live')),
      8_000,
    )
    await breakLine()
    for (const step of steps) {
      if (step.kind === 'claim' || step.kind === 'release') await applyChange(hall, step)
      else if (step.kind === 'look') fans[step.fan]?.feed.watch(step.sections, null)
      else if (step.kind === 'pause') await sleep(60)
      else if (withCuts) await line.cut()
    }
    await sleep(400)
    await line.mend()
    await expectAllTold(hall)
    const seats = [...(await readTruth(hall)).keys()].filter((index) => index % hall.perSection === 39)
    for (const seat of seats) {
      const kind = (await readTruth(hall))[seat] === 0 ? 'claim' : 'release'
      for (const cart of kind === 'claim' ? [0] : carts.keys()) {
        await applyChange(hall, { kind, cart, section: Math.floor(seat / hall.perSection), seats: [39] })
      }
    }
    await expectAllTold(hall)
    const truth = await readTruth(hall)
    await vi.waitFor(() => {
      for (const { feed } of fans)
        expect(encodeStates(feed.getStates() ?? truth), UNTRUE).toBe(encodeStates(truth))
    }, 4_000)
    // One or two for each cut, and a few for all the gaps: no storm.
    expect(Math.max(...fans.map(({ fetchCount }) => fetchCount()))).toBeLessThan(16)
    expect(fans.flatMap(({ refusals }) => refusals)).toEqual([])
  } finally {
    await line.mend()
    for (const { feed } of fans) feed.close()
  }
}

async function readTruth(hall: Hall): Promise<Uint8Array> {
  return (await readSnapshot(hall.performanceId))?.states ?? new Uint8Array()
}

/** Until the publisher has said all there is: what it could not send is sent by its next call, as the sweeper's. */
async function expectAllTold(hall: Hall): Promise<void> {
  await vi.waitFor(
    async () => {
      publishSoon(hall.performanceId)
      await sleep(50)
      expect(await findStale()).toEqual([])
    },
    { timeout: 8_000, interval: 100 },
  )
}

describe('over a line that drops, repeats, reorders, delays and cuts', () => {
  it('every fan of a large map comes to what the database says', async () => {
    const property = fc.asyncProperty(story, (steps) => live(large, steps, { withCuts: true }))
    await fc.assert(property, { numRuns: 3, endOnFailure: true })
  }, 90_000)

  it('every fan of a small map comes to what the database says', async () => {
    const property = fc.asyncProperty(story, (steps) => live(small, steps, { withCuts: true }))
    await fc.assert(property, { numRuns: 2, endOnFailure: true })
  }, 90_000)

  it('control: they do not where nobody notices a gap', async () => {
    const property = fc.asyncProperty(story, (steps) => live(large, steps, { hear: overlookGaps }))
    const failure = await fc.assert(property, { numRuns: 4, endOnFailure: true }).catch((error) => error)
    expect(failure?.cause).toMatchObject({ message: expect.stringContaining(UNTRUE) })
  }, 60_000)
})
