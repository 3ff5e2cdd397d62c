import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { extendHold } from '@/lib/coordinator/extend-hold'
import { viewCart } from '@/lib/coordinator/view-cart'
import { pool } from '@/lib/platform/db'
import { inTransaction } from '@/lib/platform/transaction'
import { extendForPayment } from '@/lib/reservations/extensions/store'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { sweepHolds } from '@/lib/reservations/releases/store'
import { type Fan, fanWith, hold, newFan } from '../fixtures/fans'
import { openHall } from '../fixtures/hall'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const MINUTE_MS = 60_000
const ENDS_IN_MS = 50
const ROUNDS = 12

const { hall, freshSeats } = openHall({ rows: 20, seatsPerRow: 40 })

const extend = ({ owner }: Fan) => extendHold({ owner, performanceId: hall.performanceId })

/** As waiting would: the fan's hold is so much older. */
async function age({ cartId }: Fan, ms: number): Promise<void> {
  await pool.query(
    `WITH h AS (
       UPDATE hold SET first_held_at = first_held_at - make_interval(secs => $2),
         expires_at = expires_at - make_interval(secs => $2) WHERE id = $1 RETURNING id, performance_id, expires_at
     ) UPDATE performance_seat s SET held_until = h.expires_at FROM h
       WHERE s.performance_id = h.performance_id AND s.hold_id = h.id`,
    [holdIdOf(cartId, hall.performanceId), ms / 1000],
  )
}

async function newHold(minutesAgo: number): Promise<Fan> {
  const fan = await fanWith(hall, freshSeats(2))
  await age(fan, minutesAgo * MINUTE_MS)
  return fan
}

async function minutesLeft({ owner }: Fan): Promise<number> {
  const [own] = (await viewCart(owner)).holds
  return own ? Math.round((own.expiresAt.getTime() - Date.now()) / MINUTE_MS) : 0
}

describe('more time', () => {
  it('is ten minutes from now, once, however often and at once it is asked for', async () => {
    const fan = await newHold(9)
    const asked = await Promise.all([1, 2, 3, 4].map(() => extend(fan)))
    expect(asked.sort()).toEqual(['already_extended', 'already_extended', 'already_extended', 'extended'])
    expect(await minutesLeft(fan)).toBe(10)
    expect((await viewCart(fan.owner)).holds[0]?.canExtend).toBe(false)
  })

  it('control: without its mark every one of them would move the end', async () => {
    const fan = await newHold(9)
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      for (let asked = 0; asked < 3; asked += 1) {
        const { rowCount } = await client.query(
          `UPDATE hold SET extended_at = clock_timestamp(), expires_at = expires_at + interval '1 minute'
           WHERE id = $1 AND expires_at > clock_timestamp()`,
          [holdIdOf(fan.cartId, hall.performanceId)],
        )
        expect(rowCount).toBe(1)
      }
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })

  it('is not for a hold that ended, and revives none', async () => {
    const fan = await newHold(10)
    expect(await extend(fan)).toBe('hold_ended')
    await sweepHolds()
    expect(await extend(fan)).toBe('hold_ended')
    expect(await extend(await newFan())).toBe('hold_ended')
    expect((await viewCart(fan.owner)).holds).toEqual([])
  })

  it('can be asked for again by a hold that begins anew', async () => {
    const fan = await newHold(9)
    expect(await extend(fan)).toBe('extended')
    await age(fan, 10 * MINUTE_MS)
    await sweepHolds()
    await hold(fan, hall, freshSeats(1))
    expect(await minutesLeft(fan)).toBe(10)
    expect(await extend(fan)).toBe('extended')
  })

  it('leaves the time to pay, and never makes it more than thirty minutes', async () => {
    const fan = await newHold(9)
    expect(await extend(fan)).toBe('extended')
    await age(fan, 9 * MINUTE_MS)
    await inTransaction((tx) => extendForPayment(tx, fan.cartId))
    expect(await minutesLeft(fan)).toBe(12)
    const paying = await newHold(9)
    await inTransaction((tx) => extendForPayment(tx, paying.cartId))
    await age(paying, 14 * MINUTE_MS)
    expect(await extend(paying)).toBe('extended')
    expect(await minutesLeft(paying)).toBe(7)
  })
})

describe('more time asked for as the hold ends', () => {
  it('is had before the end or not at all, whoever sweeps or claims', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const seats = freshSeats(2)
      const [fan, other] = [await fanWith(hall, seats), await newFan()]
      await age(fan, 10 * MINUTE_MS - ENDS_IN_MS)
      const around = <T>(work: () => Promise<T>) => sleep(ENDS_IN_MS - 8 + Math.random() * 16).then(work)
      const [extended, isTaken] = await Promise.all([
        around(() => extend(fan)),
        around(() => hold(other, hall, seats)),
        around(() => sweepHolds()),
      ])
      if (extended === 'extended') expect(isTaken).toBe(false)
      const held = (await viewCart(fan.owner)).holds.flatMap((one) => one.seats.map(({ index }) => index))
      expect(held).toEqual(extended === 'extended' ? seats : [])
    }
  })
})

/** A claim of one more seat by the fan's other tab, halfway: its row locks are held until `commit`. */
async function claimHalfway({ cartId }: Fan, seat: number) {
  const client = await pool.connect()
  const id = holdIdOf(cartId, hall.performanceId)
  await client.query('BEGIN')
  await client.query(
    `UPDATE performance_seat SET status = 'held', hold_id = $1, price_amount = 1, ticket_type_id = $4,
       held_until = (SELECT expires_at FROM hold WHERE id = $1) WHERE performance_id = $2 AND seat_index = $3`,
    [id, hall.performanceId, seat, hall.ticketTypeIds[0]],
  )
  await client.query('UPDATE hold SET seat_indexes = seat_indexes || $2::int WHERE id = $1', [id, seat])
  return {
    async commit() {
      await client.query('COMMIT')
      client.release()
    },
  }
}

async function endsOf({ cartId }: Fan, seat: number) {
  const { rows } = await pool.query<{ seatEnd: Date; holdEnd: Date }>(
    `SELECT s.held_until AS "seatEnd", h.expires_at AS "holdEnd" FROM performance_seat s JOIN hold h ON h.id = s.hold_id
     WHERE h.id = $1 AND s.seat_index = $2`,
    [holdIdOf(cartId, hall.performanceId), seat],
  )
  return rows[0]
}

describe('more time while another tab adds a seat', () => {
  it.each([
    ['on request', (fan: Fan) => extend(fan)],
    ['for paying', (fan: Fan) => inTransaction((tx) => extendForPayment(tx, fan.cartId))],
  ])('%s is that seat’s too', async (_, more) => {
    const fan = await newHold(9)
    const [seat] = freshSeats(1) as [number]
    const claim = await claimHalfway(fan, seat)
    const extended = more(fan)
    await sleep(150)
    await claim.commit()
    await extended
    const ends = await endsOf(fan, seat)
    expect(ends?.seatEnd).toEqual(ends?.holdEnd)
  })

  it('control: carried over in the statement that extends, it would miss that seat', async () => {
    const fan = await newHold(9)
    const [seat] = freshSeats(1) as [number]
    const claim = await claimHalfway(fan, seat)
    const extended = pool.query(
      `WITH extended AS (
         UPDATE hold SET extended_at = clock_timestamp(), expires_at = clock_timestamp() + interval '10 minutes'
         WHERE id = $1 RETURNING id, performance_id, seat_indexes, expires_at
       ) UPDATE performance_seat s SET held_until = e.expires_at
         FROM (SELECT id, performance_id, expires_at, unnest(seat_indexes) AS seat_index FROM extended) e
         WHERE s.performance_id = e.performance_id AND s.seat_index = e.seat_index AND s.hold_id = e.id`,
      [holdIdOf(fan.cartId, hall.performanceId)],
    )
    await sleep(150)
    await claim.commit()
    await extended
    const ends = await endsOf(fan, seat)
    expect(ends?.seatEnd).not.toEqual(ends?.holdEnd)
    await age(fan, 0)
  })
})
