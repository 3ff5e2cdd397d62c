import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { wideDraft } from '@/e2e/chaos/testing/wide-draft'
import { pool, prisma } from '@/lib/platform/db'
import { findStale } from '@/lib/realtime/batches/queries'
import { numberBatches } from '@/lib/realtime/batches/store'
import type { SeatDiff } from '@/lib/seat-map/live-messages'
import { blockDraft, createTestPerformance } from '@/prisma/testing'
import { publishSoon, publishStaleSeats } from './publish-seat-changes'

const line = await vi.hoisted(async () => (await import('@/e2e/chaos/testing/live-house')).openLine())

const PER_SECTION = 1_000
const SECTION_OF = Uint8Array.from({ length: 6 * PER_SECTION }, (_, seat) => Math.floor(seat / PER_SECTION))

type Heard = { at: number; bytes: number; channel: string; diff: SeatDiff }

let large: string
let small: string
let heard: Heard[] = []
let socket: WebSocket

/** Hears every channel of both performances, as its messages are on the wire. */
async function listen(): Promise<WebSocket> {
  const { host, port, key } = line.address
  const opened = new WebSocket(`ws://${host}:${port}/app/${key}?protocol=7`)
  opened.on('message', (text) => {
    const { event, channel, data } = JSON.parse(text.toString())
    if (event !== 'seats') return
    const diff = JSON.parse(data) as SeatDiff
    heard.push({ at: performance.now(), bytes: Buffer.byteLength(data), channel, diff })
  })
  await new Promise((open) => opened.once('open', open))
  const wholes = [large, small].map((id) => `performance-${id}`)
  const sections = Array.from({ length: 6 }, (_, section) => `performance-${large}-section-${section}`)
  for (const channel of [...wholes, ...sections]) {
    opened.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel } }))
  }
  await sleep(50)
  return opened
}

beforeAll(async () => {
  large = (await createTestPerformance({ draft: wideDraft(6, 20, 50) })).performanceId
  small = (await createTestPerformance({ draft: blockDraft(4, 250) })).performanceId
  socket = await listen()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  socket.close()
  await line.close()
})
beforeEach(async () => {
  await allSwept()
  heard = []
})

async function block(performanceId: string, seatIndexes: number[], status = 'blocked'): Promise<void> {
  await pool.query(
    'UPDATE performance_seat SET status = $3::seat_status WHERE performance_id = $1 AND seat_index = ANY ($2)',
    [performanceId, seatIndexes, status],
  )
  await prisma.seatChange.create({ data: { performanceId, seatIndexes } })
}

async function allTold(): Promise<void> {
  await vi.waitFor(async () => expect(await findStale()).toEqual([]), 5_000)
}

/** The same, with the sweeper's help. */
async function allSwept(): Promise<void> {
  await vi.waitFor(
    async () => {
      await publishStaleSeats()
      expect(await findStale()).toEqual([])
    },
    { timeout: 8_000, interval: 200 },
  )
}

const range = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)
const overviews = () => heard.filter(({ channel }) => channel === `performance-${large}`)
const ofSection = (section: number) =>
  heard.filter(({ channel }) => channel.endsWith(`-section-${section}`)).map(({ diff }) => diff)

describe('a large map', () => {
  it('is told of changes in each section on its channel, after the last that touched it, and of all in an overview', async () => {
    await block(large, [5, 1_005])
    publishSoon(large)
    await allTold()
    await block(large, [1_006])
    publishSoon(large)
    await allTold()
    await block(large, [5], 'free')
    publishSoon(large)
    await allTold()
    const [first, second] = ofSection(0)
    const start = first?.to ?? 0
    expect(first).toEqual({ from: start - 1, to: start, section: 0, seats: [[5, 3]] })
    expect(second).toEqual({ from: start, to: start + 2, section: 0, seats: [[5, 0]] })
    expect(ofSection(1).map(({ from, to }) => [from, to])).toEqual([
      [start - 1, start],
      [start, start + 1],
    ])
    const told = overviews().map(({ diff }) => diff)
    expect(told.at(-1)?.to).toBe(start + 2)
    for (const [at, diff] of told.entries()) expect(diff.from).toBe(told[at - 1]?.to ?? start - 1)
  })

  it('is told of thousands of seats at once in messages below 7 kB, without a gap', async () => {
    await block(large, range(0, 3_500))
    publishSoon(large)
    await allTold()
    expect(Math.max(...heard.map(({ bytes }) => bytes))).toBeLessThanOrEqual(7_000)
    const seats = range(0, 6).flatMap((section) => ofSection(section).flatMap((diff) => diff.seats ?? []))
    expect(new Set(seats.map(([index]) => index)).size).toBe(3_500)
    for (const section of range(0, 4)) {
      const diffs = ofSection(section).toSorted((a, b) => a.to - b.to)
      for (const [at, { from }] of diffs.entries()) if (at > 0) expect(from).toBe(diffs[at - 1]?.to)
    }
    expect(overviews().some(({ diff }) => diff.seats === null)).toBe(true)
    await block(large, range(0, 3_500), 'free')
    publishSoon(large)
  })

  it('hears an overview twice a second at most, however much happens', async () => {
    const startedAt = performance.now()
    for (let at = 0; performance.now() - startedAt < 1_500; at++) {
      await block(large, [2_000 + at])
      publishSoon(large)
      await sleep(10)
    }
    await allTold()
    const times = overviews().map(({ at }) => at)
    expect(times.length).toBeGreaterThanOrEqual(2)
    for (const [at, time] of times.entries()) {
      if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThan(250)
    }
    const last = overviews().at(-1)?.diff
    expect(last?.to).toBe((await prisma.seatFeed.findUnique({ where: { performanceId: large } }))?.version)
  })
})

describe('bursts', () => {
  it('become a few messages, the first of them at once', async () => {
    const startedAt = performance.now()
    await Promise.all(
      range(0, 120).map(async (seat) => {
        await block(small, [seat])
        publishSoon(small)
      }),
    )
    const tookMs = performance.now() - startedAt
    await allTold()
    const diffs = heard.map(({ diff }) => diff)
    expect(new Set(diffs.flatMap(({ seats }) => (seats ?? []).map(([seat]) => seat))).size).toBe(120)
    expect(diffs.length).toBeLessThanOrEqual(3 + tookMs / 40)
    for (const [at, { from }] of diffs.entries()) if (at > 0) expect(from).toBe(diffs[at - 1]?.to)
  })

  it('are not numbered faster for being published by several processes', async () => {
    await block(large, [5_000])
    expect((await numberBatches(large, { sectionOf: SECTION_OF })).batches.length).toBe(1)
    await block(large, [5_001])
    const numberings = await Promise.all(
      range(0, 4).map(() => numberBatches(large, { sectionOf: SECTION_OF, coalesceMs: 10_000 })),
    )
    expect(numberings.every(({ batches, waitMs }) => batches.length === 0 && waitMs > 8_000)).toBe(true)
    await pool.query(
      `UPDATE seat_feed SET batched_at = now() + interval '1 hour' WHERE performance_id = $1`,
      [large],
    )
    const afterTheClockWasSetBack = await numberBatches(large, { sectionOf: SECTION_OF, coalesceMs: 10_000 })
    expect(afterTheClockWasSetBack.batches.length).toBe(1)
    publishSoon(large)
  })
})

describe('what Pusher did not take', () => {
  it('is sent before what comes next, and in order', async () => {
    await line.break({ effect: 'fail-before', times: 1 })
    await block(small, [900])
    publishSoon(small)
    await sleep(100)
    expect(heard).toEqual([])
    await block(small, [901])
    publishSoon(small)
    await allTold()
    expect(heard.map(({ diff }) => diff.seats)).toEqual([[[900, 3]], [[901, 3]]])
  })

  it('by a process that is gone is sent by the sweeper, an overview too', async () => {
    await block(large, [5_500])
    await numberBatches(large, { sectionOf: SECTION_OF })
    await vi.waitFor(async () => {
      await publishStaleSeats()
      expect(ofSection(5).at(-1)?.seats).toEqual([[5_500, 3]])
      expect(overviews().at(-1)?.diff.seats).toContainEqual([5_500, 3])
    }, 6_000)
  })
})
