import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BoxOffice, eventually, openBoxOffice } from '@/e2e/fixtures/box-office'
import { createApiKey } from '@/lib/accounts/api-keys/store'
import type { Role } from '@/lib/accounts/types'
import { sendRefundMail } from '@/lib/coordinator/send-refund-mail'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { callApi, openGuest } from './testing/call-api'
import { read, readProblem } from './testing/read'

let office: BoxOffice
let house: House
let slug: string
let performanceId: string
let finance: string

beforeAll(async () => {
  office = await openBoxOffice()
  house = await makeHouse()
  performanceId = await makePerformance(house)
  slug = (await prisma.organizer.findUniqueOrThrow({ where: { id: house.organizerId } })).slug
  finance = await keyOf('finance')
})
afterAll(() => office.close())

async function keyOf(role: Role) {
  return (await createApiKey({ organizerId: house.organizerId, name: role, role })).key
}

/** A guest's order of two seats, paid through the API. */
async function buy() {
  const token = await openGuest()
  const email = `ada-${newReference(6).toLowerCase()}@example.com`
  const post = (path: string, json?: object) => callApi('POST', path, { token, ...(json ? { json } : {}) })
  await read(await post(`/performances/${performanceId}/holds`, { best: { quantity: 2 } }), 201)
  const checkout = { email, name: 'Ada Example', delivery: 'email' }
  const { order, paymentUrl } = await read(await post('/checkout', checkout), 201)
  expect(await office.pay(paymentUrl)).toBe(303)
  await read(await post(`/orders/${order.id}/confirm`))
  const { items } = await read(await callApi('GET', `/orders/${order.id}/tickets`, { token }))
  return { token, email, orderId: order.id, tickets: items.map(({ id }) => id) }
}

const countDone = (orderId: string) =>
  prisma.refund.count({ where: { status: 'done', payment: { orderId } } })

function refund(orderId: string, json: object, token = finance, headers = {}) {
  return callApi('POST', `/organizers/${slug}/orders/${orderId}/refunds`, { token, json, headers })
}

describe('refunding through the API', () => {
  it('gives money back, voids the tickets, tells the buyer, and once under one key', async () => {
    const { token, email, orderId, tickets } = await buy()
    const key = { 'idempotency-key': newId() }
    const wish = { tickets: tickets.slice(0, 1), reason: 'A pillar stands before it' }
    const done = await read(await refund(orderId, wish, finance, key), 201)
    expect(done).toMatchObject({
      ...{ orderId, status: 'partially_refunded', tickets: tickets.slice(0, 1) },
      amount: { amount: 4500, currency: 'EUR' },
    })
    expect(await read(await refund(orderId, wish, finance, key), 201)).toEqual(done)
    const order = await read(await callApi('GET', `/orders/${orderId}`, { token }))
    expect(order.status).toBe('partially_refunded')
    const { items } = await read(await callApi('GET', `/orders/${orderId}/tickets`, { token }))
    expect(items.map(({ status }) => status).sort()).toEqual(['valid', 'void'])
    await eventually(async () => (await countDone(orderId)) === 1)
    await sendRefundMail(done.refundId)
    const mail = (await office.mails(email)).find(({ subject }) => subject.includes('on its way back'))
    expect(mail?.subject).toContain(order.reference)
    expect(mail?.html).toContain('A pillar stands before it')
    expect(mail?.html).toContain('Visa')
  }, 30_000)

  it('is for who keeps the books, of what was sold, and refuses what makes no sense', async () => {
    const { orderId, tickets } = await buy()
    await readProblem(await refund(orderId, { tickets: 'all' }, await keyOf('door')), 404, 'not_found')
    await readProblem(await refund(newId(), { tickets: 'all' }), 404, 'not_found')
    await readProblem(await refund(orderId, { tickets: [newId()] }), 404, 'unknown_ticket')
    for (const json of [
      {},
      { tickets: [] },
      { tickets: 'some' },
      { tickets: ['x'] },
      { tickets, reason: '' },
    ]) {
      await readProblem(await refund(orderId, json), 422, 'invalid')
    }
    await read(await refund(orderId, { tickets: 'all' }), 201)
    await readProblem(await refund(orderId, { tickets }), 409, 'void')
    await eventually(async () => (await countDone(orderId)) === 1)
  }, 30_000)
})
