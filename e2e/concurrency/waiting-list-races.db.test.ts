import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { callForAsideSeats, callNextInLine } from '@/lib/coordinator/call-next-in-line'
import { leaveWaitingList } from '@/lib/coordinator/leave-waiting-list'
import { sweepHolds } from '@/lib/coordinator/sweep-holds'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { pool } from '@/lib/platform/db'
import { inTransaction } from '@/lib/platform/transaction'
import { planCalls } from '@/lib/reservations/calls/rules'
import { findLine, lockSupply } from '@/lib/reservations/calls/store'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { releaseSeats as release } from '@/lib/reservations/releases/store'
import type { TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { endHoldIn, type Fan, hold, must, newFan, seatRows } from '../fixtures/fans'
import { openBooks } from '../fixtures/open-books'
import { calledWith, endCallIn, fullHouse, heldBy, join, letGo, look, noticesOf, take } from './testing/line'
import { around } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const ROUNDS = 6
const ENDS_IN_MS = 50

openBooks()

describe('seats that come back, for many who wait', () => {
  it('control: who plans without the line’s lock calls with the same seats as the others', async () => {
    const { hall, fans } = await fullHouse(2)
    await join(hall)
    await release((fans[0] as Fan).cartId, hall.performanceId, null)
    const map = await findSeatMap(hall.seatMapId)
    const plans = await Promise.all(
      Array.from({ length: 5 }, () =>
        inTransaction(async (tx) => {
          const line = await findLine(tx, hall.performanceId)
          const { supply } = await lockSupply(tx, hall.performanceId, { categories: [0], asideIndexes: [0] })
          return map ? planCalls(map, line, supply) : []
        }),
      ),
    )
    expect(plans.filter(([call]) => call?.seatIndexes[0] === 0)).toHaveLength(5)
    await callForAsideSeats()
  })

  it('are given once, in order, however many call at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, fans } = await fullHouse(4)
      const line = []
      for (let nth = 0; nth < 5; nth += 1) line.push(await join(hall))
      await Promise.all(fans.map((fan) => release(fan.cartId, hall.performanceId, null)))
      const called = await Promise.all(Array.from({ length: 6 }, () => callNextInLine(hall.performanceId)))
      expect(called.reduce((sum, count) => sum + count, 0)).toBe(4)
      const seats = await Promise.all(line.map(calledWith))
      expect(seats.flat().sort()).toEqual([0, 1, 2, 3])
      expect(seats.map(({ length }) => length)).toEqual([1, 1, 1, 1, 0])
      for (const entry of line.slice(0, 4)) expect(await noticesOf(entry, 'called')).toBe(1)
    }
  })

  it('reach the next in line though nobody called: a crash is made up for by the round', async () => {
    const { hall, fans } = await fullHouse(1)
    const entry = await join(hall)
    await release((fans[0] as Fan).cartId, hall.performanceId, null)
    const [row] = await seatRows(hall, [0])
    expect(row).toMatchObject({ status: 'held', holdId: hall.performanceId })
    expect(await hold(await newFan(), hall, [0])).toBe(false)
    await callForAsideSeats()
    expect(await calledWith(entry)).toEqual([0])
  })

  it('and somebody who leaves as they are called: the seat goes on to the next', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, fans } = await fullHouse(1)
      const [first, second] = [await join(hall), await join(hall)]
      await release((fans[0] as Fan).cartId, hall.performanceId, null)
      const [left] = await Promise.all([leaveWaitingList(first.key), callNextInLine(hall.performanceId)])
      await finishBackground()
      expect([left, (await look(first)).status]).toEqual([true, 'left'])
      expect(await calledWith(second)).toEqual([0])
    }
  })
})

describe('a seat whose hold ended, unswept, while somebody waits for it', () => {
  it('control: by its hold alone an outsider would get it', async () => {
    const { hall, fans } = await fullHouse(1)
    await join(hall)
    await endHoldIn(fans[0] as Fan, hall, -1)
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rowCount } = await client.query(
        `SELECT 1 FROM performance_seat WHERE performance_id = $1 AND seat_index = 0
         AND status = 'held' AND held_until <= clock_timestamp() FOR UPDATE`,
        [hall.performanceId],
      )
      expect(rowCount).toBe(1)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    await sweepHolds()
  })

  it('is the next in line’s, however many outsiders claim at that moment', async () => {
    const { hall, fans } = await fullHouse(1)
    const entry = await join(hall)
    await endHoldIn(fans[0] as Fan, hall, ENDS_IN_MS)
    const others = await Promise.all(Array.from({ length: 6 }, newFan))
    const claims = others.map((other) => around(ENDS_IN_MS + 10, () => hold(other, hall, [0]), 30))
    const [claimed] = await Promise.all([Promise.all(claims), around(ENDS_IN_MS + 10, sweepHolds, 30)])
    expect(claimed.filter(Boolean)).toEqual([])
    await sleep(ENDS_IN_MS)
    await sweepHolds()
    await finishBackground()
    expect(await calledWith(entry)).toEqual([0])
    expect(await hold(fans[0] as Fan, hall, [0])).toBe(false)
  })
})

describe('the link of who was called', () => {
  async function called() {
    const { hall, fans } = await fullHouse(2)
    const entry = await join(hall, { seatCount: 2 })
    for (const fan of fans) await letGo(fan, hall)
    expect(await calledWith(entry)).toEqual([0, 1])
    return { hall, entry }
  }

  /** Moves seats into a cart by their numbers alone, as whoever looked before would; undone. Returns how many moved. */
  async function moveBlindly(hall: TestPerformance, fans: Fan[]): Promise<(number | null)[]> {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const moved = []
      for (const fan of fans) {
        const { rowCount } = await client.query(
          `UPDATE performance_seat SET hold_id = $1 WHERE performance_id = $2 AND seat_index IN (0, 1)
           AND status = 'held'`,
          [holdIdOf(fan.cartId, hall.performanceId), hall.performanceId],
        )
        moved.push(rowCount)
      }
      return moved
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  it('control: looking first and moving then puts the seats into one cart after the other', async () => {
    const { hall, entry } = await called()
    const fans = await Promise.all([newFan(), newFan()])
    const looks = await Promise.all(fans.map(() => look(entry)))
    expect(looks.map(({ status }) => status)).toEqual(['called', 'called'])
    expect(await moveBlindly(hall, fans)).toEqual([2, 2])
  })

  it('opened by five people at once puts the seats into one cart', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, entry } = await called()
      const fans = await Promise.all(Array.from({ length: 5 }, newFan))
      const taken = await Promise.all(fans.map((fan) => take(fan, entry)))
      expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
      for (const one of taken) if (!one.ok) expect(one.code).toBe('too_late')
      const held = await Promise.all(fans.map((fan) => heldBy(fan, hall)))
      expect(held.flat()).toEqual([0, 1])
    }
  })

  it('counts to ten with what the cart holds, and waits for a hold that has just ended', async () => {
    const { hall, fans } = await fullHouse(11)
    const entry = await join(hall)
    await letGo(fans[0] as Fan, hall)
    const fan = await newFan()
    const others = fans.slice(1)
    for (const other of others) await release(other.cartId, hall.performanceId, null)
    expect(await hold(fan, hall, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(true)
    expect(await take(fan, entry)).toMatchObject({ code: 'seat_limit' })
    await endHoldIn(fan, hall, -1)
    must(await take(fan, entry))
    expect(await heldBy(fan, hall)).toEqual([0])
  })

  it('opened too late takes nothing from the next; control: by the seats alone it would', async () => {
    const { hall, entry } = await called()
    const next = await join(hall, { seatCount: 2 })
    await endCallIn(entry, -1)
    expect(await take(await newFan(), entry)).toMatchObject({ code: 'too_late' })
    await sweepHolds()
    await finishBackground()
    expect(await calledWith(next)).toEqual([0, 1])
    const fan = await newFan()
    expect(await moveBlindly(hall, [fan])).toEqual([2])
    expect(await take(fan, entry)).toMatchObject({ code: 'too_late' })
    expect(await calledWith(next)).toEqual([0, 1])
  })

  it('opened exactly as its time ends: theirs, or the next one’s', async () => {
    const ends = { taken: 0, next: 0 }
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const { hall, entry } = await called()
      const next = await join(hall, { seatCount: 2 })
      await endCallIn(entry, ENDS_IN_MS)
      const fan = await newFan()
      const [taken] = await Promise.all([
        around(ENDS_IN_MS - 20, () => take(fan, entry), 60),
        around(ENDS_IN_MS, sweepHolds),
        around(ENDS_IN_MS, sweepHolds),
        around(ENDS_IN_MS, async () => hold(await newFan(), hall, [0, 1])),
      ])
      await sleep(20)
      await sweepHolds()
      await finishBackground()
      expect(await heldBy(fan, hall)).toEqual(taken.ok ? [0, 1] : [])
      expect(await calledWith(next)).toEqual(taken.ok ? [] : [0, 1])
      ends[taken.ok ? 'taken' : 'next'] += 1
    }
    console.info(`at the end of a call: ${JSON.stringify(ends)}`)
  })
})
