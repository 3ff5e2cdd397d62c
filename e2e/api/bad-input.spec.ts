import { createHmac } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { countSeatMaps, countTickets, expectSound } from '@/e2e/journeys/testing/database'
import { newEmail } from '@/e2e/journeys/testing/names'
import { readEvents, readMoney } from '@/e2e/journeys/testing/stripe'
import { askApi, callApi, openGuest, type Problem, site } from './testing/api'
import { askOrganizer, createShow, readSeed, type Show } from './testing/organizer'
import { payOnline } from './testing/pay-online'

test.afterAll(expectSound)

type Cart = { holds: unknown[] }

let show: Show
test.beforeAll(async () => {
  show = await createShow()
})

const seats = (count: number) => Array.from({ length: count }, (_, i) => `A-${1 + (i >> 3)}-${1 + (i & 7)}`)

const refusedHolds: [what: string, json: unknown, status: number, code: string, names: object][] = [
  ['an unknown seat', { seats: ['A-1-1', 'A-99-1'] }, 404, 'unknown_seat', { seats: ['A-99-1'] }],
  ['a seat of another map', { seats: ['Stalls-F-12'] }, 404, 'unknown_seat', { seats: ['Stalls-F-12'] }],
  ['no seat at all', { seats: [] }, 422, 'invalid', { errors: [{ path: 'seats' }] }],
  ['eleven seats', { seats: seats(11) }, 422, 'seat_limit', {}],
  ['the eleven best', { best: { quantity: 11 } }, 422, 'seat_limit', {}],
  ['a price of one’s own', { seats: ['A-1-1'], price: { amount: 1, currency: 'EUR' } }, 422, 'invalid', {}],
  [
    'seats that are numbers',
    { seats: [1, 2] },
    422,
    'invalid',
    { errors: [{ path: 'seats[0]' }, { path: 'seats[1]' }] },
  ],
]

for (const [what, json, status, code, names] of refusedHolds) {
  test(`holding ${what} is refused as ${code}, and nothing is held`, async () => {
    const token = await openGuest()
    const path = `/performances/${show.performanceId}/holds`
    const answer = await callApi<Problem>('POST', path, { token, json })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer).toMatchObject({ status, body: { status, code, ...names } })
    expect((await askApi<Cart>('GET', '/cart', { token })).holds).toEqual([])
  })
}

test('a performance that is not on sale yet sells nothing', async () => {
  const later = await createShow({ onSaleAt: new Date(Date.now() + 86_400_000) })
  const token = await openGuest()
  const path = `/performances/${later.performanceId}/holds`
  const answer = await callApi<Problem>('POST', path, { token, json: { seats: ['A-1-1'] } })
  expect(answer).toMatchObject({ status: 409, body: { code: 'not_on_sale' } })
  expect((await askApi<Cart>('GET', '/cart', { token })).holds).toEqual([])
})

test('JSON that is cut short is malformed, at every door that takes any', async () => {
  const token = await openGuest()
  for (const path of ['/sessions', `/performances/${show.performanceId}/holds`, '/checkout']) {
    const answer = await callApi<Problem>('POST', path, { token, raw: '{"seats": ["A-1' })
    expect(answer, path).toMatchObject({ status: 400, body: { code: 'malformed' } })
  }
})

test('a price in the checkout is refused by name, and what is due is what was shown', async () => {
  const token = await openGuest()
  await askApi('POST', `/performances/${show.performanceId}/holds`, { token, json: { seats: ['A-6-1'] } })
  const json = {
    email: newEmail(),
    name: 'Ada Example',
    delivery: 'email',
    total: { amount: 1, currency: 'EUR' },
  }
  const answer = await callApi<Problem>('POST', '/checkout', { token, json })
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
  expect(JSON.stringify(answer.body.errors)).toContain('total')
  expect(await askApi('GET', '/cart', { token })).toMatchObject({ total: { amount: 3000 } })
  expect(await askApi('GET', '/orders', { token })).toMatchObject({ items: [] })
})

const refusedMaps: [what: string, csv: string, path: string][] = [
  ['without a column', 'stand,section,row\nwest,1,1\n', 'line 1'],
  ['with a negative count', 'stand,section,row,seats\nwest,1,1,18\nwest,1,2,-5\n', 'line 3'],
  ['with ranges that overlap', 'stand,section,row,seats\nwest,1,1,1-10;8-12\n', 'line 2'],
  ['with a row twice', 'stand,section,row,seats\nwest,1,1,18\nwest,1,1,20\n', 'line 3'],
  ['of two million seats', 'stand,section,row,seats\nwest,1,1,2000000\n', 'line 2'],
]

for (const [what, csv, path] of refusedMaps) {
  test(`a manifest ${what} is invalid at ${path}, and nothing is stored`, async () => {
    const { apiKey: token, organizerSlug } = readSeed()
    const venue = { name: 'Test ground', city: 'Kharkiv', country: 'UA', timezone: 'Europe/Kyiv' }
    const { id } = await askOrganizer<{ id: string }>('POST', '/venues', { json: venue })
    const door = `/organizers/${organizerSlug}/venues/${id}/seat-maps?format=manifest`
    const answer = await callApi<Problem>('POST', door, { token, raw: csv, type: 'text/csv' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path }] } })
    expect(answer.body.errors?.[0]?.message).toMatch(/\w/)
    expect(await countSeatMaps(id)).toBe(0)
  })
}

test('webhooks that are forged or replayed change nothing', async () => {
  const token = await openGuest()
  await askApi('POST', `/performances/${show.performanceId}/holds`, { token, json: { seats: ['A-6-3'] } })
  const json = { email: newEmail(), name: 'Ada Example', delivery: 'email' }
  type CheckedOut = { order: { id: string }; paymentUrl: string }
  const { order, paymentUrl } = await askApi<CheckedOut>('POST', '/checkout', { token, json })
  await payOnline(paymentUrl)
  const [event] = await readEvents(order.id, 'checkout.session.completed')
  const payload = JSON.stringify(event)
  const nowSeconds = Math.floor(Date.now() / 1000)

  const altered = payload.replace('"checkout.session.completed"', '"payment_intent.succeeded"')
  expect(await send(altered, sign(payload, nowSeconds))).toBe(400)
  expect(await send(payload, sign(payload, nowSeconds, 'whsec_guessed'))).toBe(400)
  expect(await send(payload, '')).toBe(400)
  // The very words of Stripe, kept for an hour.
  expect(await send(payload, sign(payload, nowSeconds - 3_600))).toBe(400)
  // Fresh and well signed, again and again: taken once.
  for (let time = 0; time < 3; time++) expect(await send(payload, sign(payload, nowSeconds))).toBe(200)

  expect(await askApi('GET', `/orders/${order.id}`, { token })).toMatchObject({ status: 'authorized' })
  expect(await readMoney(order.id)).toMatchObject({ status: 'requires_capture', amount_received: 0 })
  expect(await countTickets(order.id)).toBe(0)
  await askApi('POST', `/orders/${order.id}/cancel`, { token })
})

function sign(
  payload: string,
  atSeconds: number,
  secret = process.env.STRIPE_WEBHOOK_SECRET as string,
): string {
  const signature = createHmac('sha256', secret).update(`${atSeconds}.${payload}`).digest('hex')
  return `t=${atSeconds},v1=${signature}`
}

async function send(payload: string, signature: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  return (await fetch(`${site}/api/webhooks/stripe`, { method: 'POST', headers, body: payload })).status
}
