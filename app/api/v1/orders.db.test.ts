import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BoxOffice, openBoxOffice } from '@/e2e/fixtures/box-office'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createTestPerformance } from '@/prisma/testing'
import { callApi, openGuest } from './testing/call-api'
import { read, readProblem } from './testing/read'

const ada = { email: 'ada@example.com', name: 'Ada Example', delivery: 'email' }
let house: House
let performanceId: string
let office: BoxOffice

beforeAll(async () => {
  office = await openBoxOffice()
  house = await makeHouse()
  performanceId = await makePerformance(house)
})
afterAll(() => office.close())

async function holdBest(token: string, quantity = 2, id = performanceId) {
  const answer = await callApi('POST', `/performances/${id}/holds`, { token, json: { best: { quantity } } })
  return (await read(answer, 201)).hold.seats.map((seat) => seat.label)
}

const post = (token: string, path: string, json?: object, headers: Record<string, string> = {}) =>
  callApi('POST', path, { token, headers, ...(json ? { json } : {}) })

/** A guest with an order of two seats, its card authorized. */
async function authorize() {
  const token = await openGuest()
  await holdBest(token)
  const { order, paymentUrl } = await read(await post(token, '/checkout', ada), 201)
  expect(await office.pay(paymentUrl)).toBe(303)
  return { token, id: order.id }
}

describe('the sale', () => {
  it('goes from the cart through the card to tickets with documents', async () => {
    const token = await openGuest()
    const labels = await holdBest(token)
    const { order, paymentUrl } = await read(await post(token, '/checkout', ada), 201)
    expect(order).toMatchObject({ status: 'pending', cancelReason: null, payment: null, delivery: 'email' })
    expect(order.lines.map((line) => line.seat.label)).toEqual(labels)
    expect(order.lines[0]).toEqual({
      performanceId,
      event: { slug: house.eventSlug, title: 'A Night of Tests' },
      startsAt: expect.stringMatching(/\+0[12]:00$/),
      seat: {
        label: labels[0],
        section: expect.any(String),
        row: '1',
        number: expect.any(String),
        category: { name: 'Front' },
      },
      ticketType: { id: expect.any(String), name: 'Adult' },
      price: { amount: 4500, currency: 'EUR' },
    })
    expect(order.total).toEqual({ amount: 9000, currency: 'EUR' })
    await readProblem(await post(token, `/orders/${order.id}/confirm`), 409, 'not_authorized')

    expect(await office.pay(paymentUrl)).toBe(303)
    const paid = await read(await post(token, `/orders/${order.id}/confirm`))
    expect(paid).toMatchObject({ id: order.id, status: 'paid', payment: { brand: 'visa', last4: '4242' } })
    expect(await read(await post(token, `/orders/${order.id}/confirm`))).toEqual(paid)
    expect(await read(await callApi('GET', `/orders/${order.id}`, { token }))).toEqual(paid)

    const { items } = await read(await callApi('GET', `/orders/${order.id}/tickets`, { token }))
    expect(items.map((ticket) => ticket.status)).toEqual(['valid', 'valid'])
    const path = (url = '') => url.replace('http://localhost:3000/api/v1', '')
    const pdf = await callApi('GET', path(items[0]?.pdfUrl), { token })
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(pdf.headers.get('cache-control')).toBe('private, no-store')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const image = await callApi('GET', path(items[0]?.imageUrl), { token })
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png'])
    await readProblem(await post(token, `/orders/${order.id}/cancel`), 409, 'too_late')
  }, 60_000)

  it('keeps the language in which it was checked out, for its mails', async () => {
    const token = await openGuest()
    await holdBest(token)
    const { order } = await read(
      await post(token, '/checkout', ada, { 'accept-language': 'de-AT,en;q=0.5' }),
      201,
    )
    expect(await prisma.order.findUnique({ where: { id: order.id } })).toMatchObject({ locale: 'de' })
  })

  it('captures once where ten confirm at once under one key', async () => {
    const { token, id } = await authorize()
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () =>
        read(await post(token, `/orders/${id}/confirm`, undefined, key)),
      ),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.status).toBe('paid')
    const payment = await prisma.payment.findUniqueOrThrow({ where: { orderId: id } })
    const intent = await office.stripe.paymentIntents.retrieve(payment.paymentIntentId as string)
    expect(intent.amount_received).toBe(9000)
  })

  it.each([
    ['is free', 0],
    ['costs less than a card can be charged', 49],
  ])('gives an order without a card where it %s', async (_, amount) => {
    const free = await createTestPerformance({ amounts: [amount] })
    const token = await openGuest()
    await holdBest(token, 1, free.performanceId)
    const { order, paymentUrl } = await read(await post(token, '/checkout', ada), 201)
    expect(paymentUrl).toBeNull()
    expect(order.total).toEqual({ amount: 0, currency: 'EUR' })
    expect(await read(await post(token, `/orders/${order.id}/confirm`))).toMatchObject({
      status: 'paid',
      payment: null,
    })
  })
})

describe('POST /checkout', () => {
  it('draws one order, however often it is asked under one key', async () => {
    const token = await openGuest()
    await holdBest(token)
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => read(await post(token, '/checkout', ada, key), 201)),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await read(await callApi('GET', '/orders', { token }))).items).toHaveLength(1)
    const other = await post(token, '/checkout', { ...ada, name: 'Bob' }, key)
    await readProblem(other, 409, 'idempotency_mismatch')
  })

  it('refuses an empty cart, and the post without an address', async () => {
    const token = await openGuest()
    await readProblem(await post(token, '/checkout', ada), 409, 'cart_empty')
    await holdBest(token, 1)
    await readProblem(await post(token, '/checkout', { ...ada, delivery: 'post' }), 422, 'address_required')
    const address = { line1: 'Ring 1', city: 'Vienna', postalCode: '1010', country: 'AT' }
    const { order } = await read(await post(token, '/checkout', { ...ada, delivery: 'post', address }), 201)
    expect(order).toMatchObject({ delivery: 'post' })
  })

  it('tells the new total where a price has changed, and takes it when asked again', async () => {
    const hall = await createTestPerformance()
    const token = await openGuest()
    await holdBest(token, 2, hall.performanceId)
    await pool.query('UPDATE ticket_type SET amount = 5000 WHERE performance_id = $1', [hall.performanceId])
    const problem = await readProblem(await post(token, '/checkout', ada), 409, 'price_changed')
    expect(problem.total).toEqual({ amount: 10_000, currency: 'EUR' })
    const { order } = await read(await post(token, '/checkout', ada), 201)
    expect(order.total).toEqual(problem.total)
  })

  it('names the currencies of a mixed cart, and takes one', async () => {
    const yen = await createTestPerformance({ currency: 'JPY', amounts: [8000] })
    const token = await openGuest()
    await holdBest(token, 1)
    await holdBest(token, 1, yen.performanceId)
    const problem = await readProblem(await post(token, '/checkout', ada), 422, 'mixed_currencies')
    expect([...problem.currencies].sort()).toEqual(['EUR', 'JPY'])
    const { order } = await read(await post(token, '/checkout', { ...ada, currency: 'JPY' }), 201)
    expect(order.total).toEqual({ amount: 8000, currency: 'JPY' })
  })

  it.each([
    [{ ...ada, email: 'nobody' }, 'email'],
    [{ ...ada, email: 'ada@example.com\r\nbcc: x@example.com' }, 'email'],
    [{ ...ada, name: ' ' }, 'name'],
    [{ ...ada, delivery: 'pigeon' }, 'delivery'],
    [{ ...ada, total: 1 }, 'total'],
    [{ ...ada, address: { line1: 'x' } }, 'address.city'],
  ])('names what is wrong with %j', async (json, path) => {
    const token = await openGuest()
    const problem = await readProblem(await post(token, '/checkout', json), 422, 'invalid')
    expect(problem.errors.map((issue) => issue.path)).toContain(path)
  })

  it('is unavailable while Stripe is, keeps no such answer, and goes on afterwards', async () => {
    const token = await openGuest()
    await holdBest(token, 1)
    const key = { 'idempotency-key': randomUUID() }
    // The SDK tries once more by itself.
    await office.fault({ match: { path: '/v1/checkout/sessions' }, effect: 'fail-before', times: 2 })
    const answer = await post(token, '/checkout', ada, key)
    await readProblem(answer, 503, 'unavailable')
    expect(answer.headers.get('retry-after')).not.toBeNull()
    expect((await read(await post(token, '/checkout', ada, key), 201)).paymentUrl).toContain('http')
  })
})

describe('a seat lost on the way', () => {
  it('costs nothing: the order is cancelled and the seats are named', async () => {
    const { token, id } = await authorize()
    const { lines } = await read(await callApi('GET', `/orders/${id}`, { token }))
    const lost = lines.map((line) => line.seat.label)
    await pool.query(
      `UPDATE performance_seat s SET held_until = clock_timestamp() - interval '1 second'
       FROM order_line l WHERE l.order_id = $1 AND s.performance_id = l.performance_id AND s.seat_index = l.seat_index`,
      [id],
    )
    const problem = await readProblem(await post(token, `/orders/${id}/confirm`), 409, 'seats_lost')
    expect([...problem.seats].sort()).toEqual([...lost].sort())
    const order = await read(await callApi('GET', `/orders/${id}`, { token }))
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'seats_lost' })
  })
})

describe('POST /orders/{id}/cancel', () => {
  it('calls an order off and leaves the seats in the cart', async () => {
    const { token, id } = await authorize()
    const order = await read(await post(token, `/orders/${id}/cancel`))
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'by_hand' })
    expect((await read(await callApi('GET', '/cart', { token }))).holds[0]?.seats).toHaveLength(2)
    await readProblem(await post(token, `/orders/${id}/confirm`), 409, 'not_authorized')
  })
})

describe("somebody else's order", () => {
  it('is not found, by any door', async () => {
    const { token, id } = await authorize()
    await read(await post(token, `/orders/${id}/confirm`))
    const { items } = await read(await callApi('GET', `/orders/${id}/tickets`, { token }))
    const stranger = await openGuest()
    for (const path of [
      `/orders/${id}`,
      `/orders/${id}/tickets`,
      `/tickets/${items[0]?.id}/pdf`,
      `/tickets/${items[0]?.id}/image`,
    ]) {
      await readProblem(await callApi('GET', path, { token: stranger }), 404, 'not_found')
      await readProblem(await callApi('GET', path), 401, 'unauthenticated')
    }
    for (const path of [`/orders/${id}/confirm`, `/orders/${id}/cancel`])
      await readProblem(await post(stranger, path), 404, 'not_found')
    expect((await read(await callApi('GET', '/orders', { token: stranger }))).items).toEqual([])
    await readProblem(await callApi('GET', `/orders/${newId()}`, { token }), 404, 'not_found')
    await readProblem(await callApi('GET', `/tickets/${newId()}/pdf`, { token }), 404, 'not_found')
  })
})

describe('GET /orders', () => {
  it("lists the caller's own, the newest first, in pages", async () => {
    const hall = await createTestPerformance()
    const token = await openGuest()
    const ids: string[] = []
    for (let i = 0; i < 3; i += 1) {
      await holdBest(token, 1, hall.performanceId)
      const { order } = await read(await post(token, '/checkout', ada), 201)
      ids.unshift(order.id)
    }
    const first = await read(await callApi('GET', '/orders?limit=2', { token }))
    const rest = await read(await callApi('GET', `/orders?limit=2&cursor=${first.nextCursor}`, { token }))
    expect([...first.items, ...rest.items].map((order) => order.id)).toEqual(ids)
    expect(rest.nextCursor).toBeNull()
    for (const cursor of ['nonsense', '', '%00', `${first.nextCursor}x`]) {
      const problem = await readProblem(
        await callApi('GET', `/orders?cursor=${cursor}`, { token }),
        422,
        'invalid',
      )
      expect(problem.errors[0]?.path).toBe('cursor')
    }
  })
})
