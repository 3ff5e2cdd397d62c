import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAvailability } from '@/lib/coordinator/doors/availability-door'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createTestPerformance } from '@/prisma/testing'
import { callApi, openGuest } from './testing/call-api'
import { read, readProblem } from './testing/read'
import { openRealtime } from './testing/realtime'

let house: House
let performanceId: string
let closeRealtime: () => Promise<void>

beforeAll(async () => {
  closeRealtime = await openRealtime()
  house = await makeHouse()
  performanceId = await makePerformance(house)
})

afterAll(() => closeRealtime())

type Asked = { token: string; json: object; id?: string; key?: string }

const hold = ({ token, json, id = performanceId, key }: Asked) =>
  callApi('POST', `/performances/${id}/holds`, {
    token,
    json,
    headers: key ? { 'idempotency-key': key } : {},
  })

const labels = (seats: { label: string }[] = []) => seats.map((seat) => seat.label)
const row = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i + 1}`)

describe('POST /performances/{id}/holds', () => {
  it('holds the named seats for ten minutes and shows the cart', async () => {
    const token = await openGuest()
    const answer = await read(await hold({ token, json: { seats: ['Left-1-1', 'Left-2-1'] } }), 201)
    expect(answer.hold).toEqual({
      performanceId,
      expiresAt: expect.any(String),
      seats: [
        {
          ...{ label: 'Left-1-1', section: 'Left', row: '1', number: '1' },
          category: { id: 'cat-1', name: 'Front' },
          ticketType: { id: expect.any(String), name: 'Adult' },
          price: { amount: 4500, currency: 'EUR' },
        },
        expect.objectContaining({ label: 'Left-2-1', price: { amount: 3000, currency: 'EUR' } }),
      ],
    })
    const leftMs = Date.parse(answer.hold.expiresAt) - Date.now()
    expect(leftMs).toBeGreaterThan(9.8 * 60_000)
    expect(leftMs).toBeLessThanOrEqual(10 * 60_000)
    expect(answer.cart).toMatchObject({
      total: { amount: 7500, currency: 'EUR' },
      totals: [{ amount: 7500, currency: 'EUR' }],
      expiresAt: answer.hold.expiresAt,
      holds: [{ performanceId, event: { slug: house.eventSlug }, venue: { city: 'Vienna' } }],
    })
    expect(await read(await callApi('GET', '/cart', { token }))).toEqual(answer.cart)
  })

  it('takes a ticket type for all seats, and refuses one of another category', async () => {
    const token = await openGuest()
    const { prices } = await read(await callApi('GET', `/performances/${performanceId}`))
    const child = prices[1]?.ticketTypes[1]?.id as string
    const answer = await read(await hold({ token, json: { seats: ['Left-2-2'], ticketType: child } }), 201)
    expect(answer.hold.seats[0]?.price).toEqual({ amount: 1500, currency: 'EUR' })
    const problem = await readProblem(
      await hold({ token, json: { seats: ['Left-1-2'], ticketType: child } }),
      422,
      'invalid',
    )
    expect(problem.errors[0]?.path).toBe('ticketType')
  })

  it('finds the best seats together, in a category too', async () => {
    const token = await openGuest()
    const json = { best: { quantity: 3, category: 'cat-1' } }
    const { hold: held } = await read(await hold({ token, json }), 201)
    expect(held.seats).toHaveLength(3)
    for (const seat of held.seats) expect(seat.category.id).toBe('cat-1')
  })

  it('says which seats are taken, and where the nearest free block is; nothing is held', async () => {
    const [first, second] = [await openGuest(), await openGuest()]
    await read(await hold({ token: first, json: { seats: ['Right-2-5'] } }), 201)
    const answer = await hold({ token: second, json: { seats: ['Right-2-4', 'Right-2-5'] } })
    const problem = await readProblem(answer, 409, 'seats_taken')
    expect(problem.seats).toEqual(['Right-2-5'])
    expect(problem.alternatives).toHaveLength(2)
    expect((await read(await callApi('GET', '/cart', { token: second }))).holds).toEqual([])
    await read(await hold({ token: second, json: { seats: problem.alternatives } }), 201)
  })

  it('names every unknown seat, one of another map too', async () => {
    const token = await openGuest()
    const problem = await readProblem(
      await hold({ token, json: { seats: ['Left-1-3', 'A-1-1', 'x'] } }),
      404,
      'unknown_seat',
    )
    expect(problem.seats).toEqual(['A-1-1', 'x'])
  })

  it('stops at ten seats, at once or one by one, and counts none twice', async () => {
    const id = await makePerformance(house, 40)
    const token = await openGuest()
    const eleven = [...row('Left-3', 10), 'Left-2-1']
    await readProblem(await hold({ id, token, json: { seats: eleven } }), 422, 'seat_limit')
    await readProblem(await hold({ id, token, json: { best: { quantity: 11 } } }), 422, 'seat_limit')
    await read(await hold({ id, token, json: { seats: row('Left-3', 10) } }), 201)
    await readProblem(await hold({ id, token, json: { seats: ['Left-2-1'] } }), 422, 'seat_limit')
    const again = await read(await hold({ id, token, json: { seats: ['Left-3-1'] } }), 201)
    expect(again.hold.seats).toHaveLength(10)
  })

  it('is not on sale before its time, and sold out where the best are not left', async () => {
    const token = await openGuest()
    const later = await createTestPerformance({ onSaleAt: new Date(Date.now() + 86_400_000) })
    await readProblem(
      await hold({ id: later.performanceId, token, json: { seats: ['A-1-1'] } }),
      409,
      'not_on_sale',
    )
    const full = await makePerformance(house, 41)
    await pool.query(`UPDATE performance_seat SET status = 'blocked' WHERE performance_id = $1`, [full])
    await readProblem(await hold({ id: full, token, json: { best: { quantity: 2 } } }), 409, 'sold_out')
  })

  it.each([
    [{}, 'seats'],
    [{ seats: [] }, 'seats'],
    [{ seats: 'Left-1-1' }, 'seats'],
    [{ seats: [1] }, 'seats[0]'],
    [{ seats: ['Left-1-1'], best: { quantity: 1 } }, 'seats'],
    [{ best: { quantity: 0 } }, 'best.quantity'],
    [{ best: { quantity: 2, category: 'nowhere' } }, 'best.category'],
    [{ seats: ['Left-1-9'], price: 1 }, 'price'],
    [{ seats: ['Left-1-9'], ticketType: 'x' }, 'ticketType'],
  ])('names what is wrong with %j, and holds nothing', async (json, path) => {
    const token = await openGuest()
    const problem = await readProblem(await hold({ token, json }), 422, 'invalid')
    expect(problem.errors[0]?.path).toBe(path)
    expect((await read(await callApi('GET', '/cart', { token }))).holds).toEqual([])
  })

  it('knows neither another performance nor somebody without a token', async () => {
    await readProblem(
      await hold({ id: newId(), token: await openGuest(), json: { seats: ['x'] } }),
      404,
      'not_found',
    )
    const nobody = await callApi('POST', `/performances/${performanceId}/holds`, {
      json: { seats: ['Left-1-9'] },
    })
    await readProblem(nobody, 401, 'unauthenticated')
  })

  it('gives one seat to one of fifty guests', async () => {
    const id = await makePerformance(house, 42)
    const tokens = await Promise.all(Array.from({ length: 50 }, openGuest))
    const answers = await Promise.all(
      tokens.map((token) => hold({ id, token, json: { seats: ['Left-1-1'] } })),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(49)
  })
})

describe('Idempotency-Key', () => {
  it('answers ten repeats at once as the first, and claims once', async () => {
    const id = await makePerformance(house, 43)
    const [token, key] = [await openGuest(), randomUUID()]
    const asked = { id, token, key, json: { best: { quantity: 2 } } }
    const answers = await Promise.all(Array.from({ length: 10 }, async () => read(await hold(asked), 201)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await read(await callApi('GET', '/cart', { token }))).holds[0]?.seats).toHaveLength(2)
    const control = await read(await hold({ ...asked, key: randomUUID() }), 201)
    expect(control.hold.seats).toHaveLength(4)
  })

  it('repeats a refusal too, with its headers, and marks it as a repeat', async () => {
    const [token, key] = [await openGuest(), randomUUID()]
    const asked = { token, key, json: { seats: ['nowhere'] } }
    const first = await readProblem(await hold(asked), 404, 'unknown_seat')
    const again = await hold(asked)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.headers.get('content-type')).toBe('application/problem+json')
    expect(await read(again, 404)).toEqual(first)
  })

  it('refuses another body, and a key that cannot be', async () => {
    const [token, key] = [await openGuest(), randomUUID()]
    await read(await hold({ token, key, json: { seats: ['Right-3-1'] } }), 201)
    const other = await hold({ token, key, json: { seats: ['Right-3-2'] } })
    await readProblem(other, 409, 'idempotency_mismatch')
    const long = await hold({ token, key: 'x'.repeat(201), json: { seats: ['Right-3-2'] } })
    expect((await readProblem(long, 422, 'invalid')).errors[0]?.path).toBe('Idempotency-Key')
  })
})

describe('letting go', () => {
  it('of one seat, then of all, answers with the cart', async () => {
    const id = await makePerformance(house, 44)
    const token = await openGuest()
    await read(await hold({ id, token, json: { seats: ['Left-1-1', 'Left-1-2', 'Left-1-3'] } }), 201)
    const two = await read(await callApi('DELETE', `/performances/${id}/holds/Left-1-2`, { token }))
    expect(labels(two.holds[0]?.seats)).toEqual(['Left-1-1', 'Left-1-3'])
    expect(two.total).toEqual({ amount: 9000, currency: 'EUR' })
    const none = await read(await callApi('DELETE', `/performances/${id}/holds`, { token }))
    expect(none.holds).toEqual([])
    await read(await hold({ id, token: await openGuest(), json: { seats: ['Left-1-1'] } }), 201)
  })

  it("of what is not held is no error, and nobody lets go of another's", async () => {
    const [token, other] = [await openGuest(), await openGuest()]
    await read(await hold({ token, json: { seats: ['Right-3-9'] } }), 201)
    const cart = await read(
      await callApi('DELETE', `/performances/${performanceId}/holds/Right-3-9`, { token: other }),
    )
    expect(cart.holds).toEqual([])
    expect((await read(await callApi('GET', '/cart', { token }))).holds).toHaveLength(1)
  })

  it('does not know an unknown seat or performance', async () => {
    const token = await openGuest()
    const unknown = await callApi('DELETE', `/performances/${performanceId}/holds/x-y-z`, { token })
    expect((await readProblem(unknown, 404, 'unknown_seat')).seats).toEqual(['x-y-z'])
    await readProblem(await callApi('DELETE', `/performances/${newId()}/holds`, { token }), 404, 'not_found')
  })
})

describe('a cart of two currencies', () => {
  it('has a total of the first and one of each', async () => {
    const yen = await createTestPerformance({ currency: 'JPY', amounts: [8000] })
    const token = await openGuest()
    await read(await hold({ token, json: { seats: ['Right-1-1'] } }), 201)
    const { cart } = await read(await hold({ id: yen.performanceId, token, json: { seats: ['A-1-1'] } }), 201)
    expect(cart.holds).toHaveLength(2)
    expect(cart.totals).toEqual([
      { amount: 4500, currency: 'EUR' },
      { amount: 8000, currency: 'JPY' },
    ])
    expect(cart.total).toEqual(cart.totals[0])
  })
})

describe('the map', () => {
  it('shows what is held, and free again when the hold is over', async () => {
    const id = await makePerformance(house, 45)
    const token = await openGuest()
    await read(await hold({ id, token, json: { seats: ['Left-1-1', 'Left-1-2'] } }), 201)
    const look = async () =>
      read(await answerAvailability(new Request(`http://localhost/api/v1/performances/${id}/availability`)))
    expect((await look()).counts).toMatchObject({ free: 58, held: 2 })
    const past = { firstHeldAt: new Date(Date.now() - 700_000), expiresAt: new Date(Date.now() - 100_000) }
    await prisma.hold.updateMany({ where: { performanceId: id }, data: past })
    await prisma.performanceSeat.updateMany({
      where: { performanceId: id, status: 'held' },
      data: { heldUntil: past.expiresAt },
    })
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    expect((await look()).counts).toMatchObject({ free: 60, held: 0 })
    expect((await read(await callApi('GET', '/cart', { token }))).holds).toEqual([])
  })
})
