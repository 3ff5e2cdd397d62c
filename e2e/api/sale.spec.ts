import { expect, test } from '@playwright/test'
import { countTickets, expectSound, readSeats } from '@/e2e/journeys/testing/database'
import { waitForMail } from '@/e2e/journeys/testing/inbox'
import { newEmail } from '@/e2e/journeys/testing/names'
import { expectCaptured, expectReleased } from '@/e2e/journeys/testing/stripe'
import { readCode, readQr } from '@/e2e/journeys/testing/ticket-code'
import { askApi, callApi, openGuest, type Problem, site } from './testing/api'
import { createShow } from './testing/organizer'
import { payOnline } from './testing/pay-online'

test.afterAll(expectSound)

type Money = { amount: number; currency: string }
type Cart = { holds: { performanceId: string; seats: { label: string }[] }[]; total: Money | null }
type Order = {
  id: string
  status: string
  cancelReason: string | null
  total: Money
  payment: { last4: string } | null
}
type CheckedOut = { order: Order; paymentUrl: string }
type Ticket = { id: string; code: string; status: string; holder: string; pdfUrl: string; imageUrl: string }

const buyer = (email: string) => ({ email, name: 'Ada Example', delivery: 'email' })

test('an app sells two seats through the API alone: from the list of events to tickets that scan', async () => {
  const show = await createShow()
  const email = newEmail()
  const token = await openGuest()

  const { items } = await askApi<{ items: { slug: string }[] }>(
    'GET',
    `/events?query=${encodeURIComponent(show.title)}`,
  )
  expect(items.map(({ slug }) => slug)).toContain(show.slug)
  const event = await askApi<{ performances: { id: string; status: string }[] }>(
    'GET',
    `/events/${show.slug}`,
  )
  expect(event.performances).toMatchObject([{ id: show.performanceId, status: 'on_sale' }])
  const performance = await askApi<{ maxSeats: number; seatMapId: string }>(
    'GET',
    `/performances/${show.performanceId}`,
  )
  const { labels } = await askApi<{ labels: string[] }>(
    'GET',
    `/seat-maps/${performance.seatMapId}?format=labels`,
  )
  expect(labels).toHaveLength(72)

  const holds = `/performances/${show.performanceId}/holds`
  const best = { best: { quantity: 2, category: 'cat-2' } }
  const { cart } = await askApi<{ cart: Cart }>('POST', holds, { token, json: best })
  expect(cart.total).toEqual({ amount: 6000, currency: 'EUR' })
  const seats = cart.holds[0]?.seats.map(({ label }) => label) as string[]
  const path = `/performances/${show.performanceId}/availability`
  await expect
    .poll(async () => (await askApi<{ counts: object }>('GET', path)).counts)
    .toEqual({ free: 70, held: 2, sold: 0, blocked: 0 })

  const headers = { 'idempotency-key': `checkout-${email}` }
  const checkout = { token, json: buyer(email), headers }
  const { order, paymentUrl } = await askApi<CheckedOut>('POST', '/checkout', checkout)
  const again = await askApi<CheckedOut>('POST', '/checkout', checkout)
  expect(again.order.id).toBe(order.id)
  expect(order).toMatchObject({ status: 'pending', total: { amount: 6000 }, payment: null })
  const early = await callApi<Problem>('POST', `/orders/${order.id}/confirm`, { token })
  expect([early.status, early.body.code]).toEqual([409, 'not_authorized'])

  expect(await payOnline(paymentUrl)).toContain(`/orders/${order.id}/verify`)
  const confirm = () => askApi<Order>('POST', `/orders/${order.id}/confirm`, { token })
  expect(await confirm()).toMatchObject({ status: 'paid', payment: { last4: '4242' } })
  expect(await confirm()).toMatchObject({ status: 'paid' })
  await expectCaptured(order.id, 6000)
  expect(await readSeats(show.performanceId, seats)).toEqual(
    Object.fromEntries(seats.map((seat) => [seat, 'sold'])),
  )
  const late = await callApi<Problem>('POST', `/orders/${order.id}/cancel`, { token })
  expect([late.status, late.body.code]).toEqual([409, 'too_late'])

  const tickets = await askApi<{ items: Ticket[] }>('GET', `/orders/${order.id}/tickets`, { token })
  expect(tickets.items).toHaveLength(2)
  for (const ticket of tickets.items) await expectDocuments(ticket, token, show.performanceId)
  expect((await waitForMail(email)).attachments.length).toBeGreaterThanOrEqual(4)
  await expectPrivate(order.id, tickets.items[0] as Ticket)
})

async function expectDocuments({ id, code, pdfUrl, imageUrl }: Ticket, token: string, performanceId: string) {
  expect(readCode(code)).toMatchObject({ ticketId: id, performanceId })
  const open = (url: string) => fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const [pdf, image] = await Promise.all([open(pdfUrl), open(imageUrl)])
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(image.headers.get('cache-control')).toBe('private, no-store')
  expect(await readQr(Buffer.from(await image.arrayBuffer()))).toBe(code)
}

/** What is not yours does not exist. */
async function expectPrivate(orderId: string, ticket: Ticket) {
  const token = await openGuest()
  for (const path of [`/orders/${orderId}`, `/orders/${orderId}/tickets`, `/tickets/${ticket.id}/pdf`]) {
    expect((await callApi('GET', path, { token })).status, path).toBe(404)
    expect((await callApi('GET', path)).status, path).toBe(401)
  }
}

test('an order that is given up lets the card go, and its seats stay in the cart', async () => {
  const show = await createShow()
  const token = await openGuest()
  await askApi('POST', `/performances/${show.performanceId}/holds`, { token, json: { seats: ['A-1-1'] } })
  const { order, paymentUrl } = await askApi<CheckedOut>('POST', '/checkout', {
    token,
    json: buyer(newEmail()),
  })
  await payOnline(paymentUrl)
  const cancelled = await askApi<Order>('POST', `/orders/${order.id}/cancel`, { token })
  expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: 'by_hand' })
  await expectReleased(order.id)
  expect(await countTickets(order.id)).toBe(0)
  expect(await askApi<Cart>('GET', '/cart', { token })).toMatchObject({
    holds: [{ seats: [{ label: 'A-1-1' }] }],
  })
})

test('a cart that is looked at by many at once shows every seat once, to each of them', async () => {
  const show = await createShow()
  const token = await openGuest()
  const json = { seats: ['A-1-1', 'A-1-2'] }
  const { cart } = await askApi<{ cart: Cart }>('POST', `/performances/${show.performanceId}/holds`, {
    token,
    json,
  })
  const seen = await Promise.all(Array.from({ length: 40 }, () => askApi<Cart>('GET', '/cart', { token })))
  expect(cart).toMatchObject({ holds: [{ seats: [{}, {}] }], total: { amount: 9000 } })
  for (const each of seen) expect(each).toEqual(cart)
})

test('the reference names every address that the sale uses', async () => {
  const document = await (await fetch(`${site}/api/v1/openapi.json`)).json()
  expect(document.openapi).toMatch(/^3\.1/)
  const paths = Object.keys(document.paths)
  for (const end of [
    '/sessions',
    '/events',
    '/performances/{id}/holds',
    '/cart',
    '/checkout',
    '/orders/{id}/confirm',
  ]) {
    expect(
      paths.some((path) => path.endsWith(end)),
      end,
    ).toBe(true)
  }
})
