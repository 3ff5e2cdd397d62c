import { beforeAll, describe, expect, it } from 'vitest'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createTestCarts, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { claimSeats } from '../holds/store'
import { findHeldSeats } from './queries'
import { ensureCart } from './store'

describe('ensureCart', () => {
  it('makes one cart an owner, however many ask at once', async () => {
    const user = await prisma.user.create({ data: { email: `${newId()}@example.com`, name: 'Ada' } })
    const guests = Array.from({ length: 40 }, () => ({ guestId: newId() }))
    const owners = [{ userId: user.id }, ...guests]
    const asked = Array.from({ length: 10 }, () => owners).flat()
    const ids = await Promise.all(asked.map(ensureCart))
    for (const [at, id] of ids.entries()) expect(id).toBe(ids[at % owners.length])
    expect(new Set(ids).size).toBe(owners.length)
    const guestIds = guests.map(({ guestId }) => guestId)
    expect(await prisma.cart.count({ where: { guestId: { in: guestIds } } })).toBe(guests.length)
    expect(await prisma.cart.findUnique({ where: { userId: user.id } })).toMatchObject({ id: ids[0] })
  })

  it('waits for a cart that another process makes at this moment, and takes that', async () => {
    const [guestId, made] = [newId(), newId()]
    const other = await pool.connect()
    try {
      await other.query('BEGIN')
      await other.query('INSERT INTO cart (id, guest_id) VALUES ($1, $2)', [made, guestId])
      const [mine, neighbour] = [ensureCart({ guestId }), ensureCart({ guestId: newId() })]
      await pool.query('SELECT pg_sleep(0.2)')
      await other.query('COMMIT')
      expect(await mine).toBe(made)
      expect(await neighbour).not.toBe(made)
    } finally {
      other.release()
    }
  })

  it('fails for an account that is gone, and for nobody else who asked with it', async () => {
    const gone = ensureCart({ userId: newId() })
    const others = Array.from({ length: 5 }, () => ensureCart({ guestId: newId() }))
    await expect(gone).rejects.toThrow(/foreign key/)
    expect(new Set(await Promise.all(others)).size).toBe(5)
  })
})

describe('findHeldSeats', () => {
  let hall: TestPerformance

  beforeAll(async () => {
    hall = await createTestPerformance()
  })

  it('gives each cart its own seats when many ask at once', async () => {
    const carts = await createTestCarts(40)
    const seatsOf = (nth: number) => [2 * nth, 2 * nth + 1]
    const type = hall.ticketTypeIds[0] as string
    const claims = carts.slice(0, 39).map((cartId, nth) => ({
      ...{ cartId, performanceId: hall.performanceId, seatIndexes: seatsOf(nth) },
      ...{ ticketTypeIds: [type, type], chosenType: false },
    }))
    await claimSeats(claims)
    const held = await Promise.all(carts.map(findHeldSeats))
    for (const [nth, rows] of held.entries())
      expect(rows.map((row) => row.seatIndex)).toEqual(nth < 39 ? seatsOf(nth) : [])
  })
})
