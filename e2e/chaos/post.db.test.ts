import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startLobEmulator } from '@/host/emulators/lob/start'
import type { checkOut } from '@/lib/coordinator/check-out'
import { composeReceipt } from '@/lib/coordinator/compose-documents'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { postTickets } from '@/lib/coordinator/post-tickets'
import { refundPayment } from '@/lib/coordinator/refund-payment'
import { sendOrderMail } from '@/lib/coordinator/send-order-mail'
import { reconcilePostings, syncPosting } from '@/lib/coordinator/sync-posting'
import { viewOrderById } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { findPosting, findStalePostings } from '@/lib/reservations/postings/queries'
import { createTestPerformance } from '@/prisma/testing'
import { checkOutAs, type Fan, fanWith, must } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const DAY_MS = 86_400_000
const address = { line1: 'Lindengasse 14', city: 'Vienna', postalCode: '1070', country: 'AT' }
const { hall, office, freshSeats } = openHallWithOffice()
let lob: Awaited<ReturnType<typeof startLobEmulator>>

beforeAll(async () => {
  lob = await startLobEmulator({ port: 0, apiKey: 'test_post' })
  Object.assign(env, { LOB_API_KEY: 'test_post', LOB_BASE_URL: lob.url, LOB_FROM_ADDRESS: 'adr_test' })
})
afterAll(() => lob.close())

const byPost = { delivery: 'post', address }

async function buy(seats = 1, more: Partial<Parameters<typeof checkOut>[0]> = byPost, at = hall) {
  const fan = await fanWith(at, freshSeats(seats))
  const { order, paymentUrl } = must(await checkOutAs(fan, more))
  expect(await office.pay(paymentUrl)).toBe(303)
  must(await confirmOrder({ access: fan.owner, orderId: order.id }))
  return { fan, orderId: order.id }
}

async function fault(effect: string): Promise<void> {
  const body = JSON.stringify({ rules: [{ effect, times: 1 }] })
  await fetch(`${lob.url}/_emulator/faults`, { method: 'POST', body })
}

async function lettersOf(orderId: string) {
  const authorization = `Basic ${Buffer.from('test_post:').toString('base64')}`
  const response = await fetch(`${lob.url}/v1/letters?limit=100`, { headers: { authorization } })
  const { data } = (await response.json()) as {
    data: { id: string; to: object; metadata: { order: string } }[]
  }
  return data.filter((letter) => letter.metadata.order === orderId)
}

async function happen(orderId: string, event: string): Promise<void> {
  const { letterId } = await prisma.posting.findUniqueOrThrow({ where: { orderId } })
  const body = new URLSearchParams({ event })
  await fetch(`${lob.url}/_emulator/letters/${letterId}`, { method: 'POST', body, redirect: 'manual' })
}

const postingOf = (orderId: string) => prisma.posting.findUnique({ where: { orderId } })
const totalOf = async (fan: Fan, more: object) => {
  const checked = await checkOutAs(fan, more)
  return checked.ok ? checked.value.order.total.amount : checked
}

describe('tickets by post', () => {
  it('cost the fee once, as a line of its own, and are a letter once the order is paid', async () => {
    const { fan, orderId } = await buy(2)
    const order = await viewOrderById(orderId)
    expect(order).toMatchObject({ status: 'paid', delivery: 'post', total: { amount: 9450 }, address })
    expect(await composeReceipt(order!)).toMatchObject({
      ...{ fees: [{ label: 'Delivery by post', price: { amount: 450 } }], total: { amount: 9450 } },
    })
    expect(await postingOf(orderId)).toMatchObject({ status: 'due' })
    for (const _ of [1, 2]) must(await postTickets(orderId))
    expect(await postingOf(orderId)).toMatchObject({ status: 'created' })
    const letters = await lettersOf(orderId)
    expect(letters).toMatchObject([
      {
        to: {
          name: 'Ada Example',
          address_line1: 'Lindengasse 14',
          address_zip: '1070',
          address_country: 'AT',
        },
      },
    ])
    must(await sendOrderMail({ orderId, kind: 'confirmation' }))
    expect((await office.mails(fan.email))[0]?.html).toContain('by post')
  })

  it('change the total with the delivery: another order, and what the page showed is held to', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    expect(await totalOf(fan, {})).toBe(4500)
    expect(await totalOf(fan, byPost)).toBe(4950)
    const expected = { seats: [], total: { amount: 4500, currency: 'EUR' } }
    expect(await checkOutAs(fan, { ...byPost, expected })).toMatchObject({ ok: true })
    expect(await totalOf(fan, {})).toBe(4500)
    expect(await checkOutAs(fan, { ...byPost, expected })).toMatchObject({
      ...{ code: 'price_changed', total: { amount: 4950, currency: 'EUR' } },
    })
  })

  it('are not offered where the organizer does not post, or too late', async () => {
    const soon = await createTestPerformance({ startsAt: new Date(Date.now() + 13 * DAY_MS) })
    const without = await createTestPerformance()
    await prisma.postageRate.deleteMany({ where: { organizerId: without.organizerId } })
    for (const at of [soon, without]) {
      const fan = await fanWith(at, [0])
      expect(await checkOutAs(fan, byPost)).toMatchObject({ code: 'invalid', errors: [{ path: 'delivery' }] })
      expect(await totalOf(fan, {})).toBe(4500)
    }
  })

  it('are handed over again after the printer was away, and once where only its answer was lost', async () => {
    const { orderId } = await buy()
    await fault('fail-before')
    expect(await postTickets(orderId)).toMatchObject({ code: 'unavailable' })
    await fault('fail-after')
    expect(await postTickets(orderId)).toMatchObject({ code: 'unavailable' })
    expect(await postingOf(orderId)).toMatchObject({ status: 'due', letterId: null })
    await reconcilePostings(new Date(Date.now() + 6 * 60_000))
    expect(await postingOf(orderId)).toMatchObject({ status: 'created' })
    expect(await lettersOf(orderId)).toHaveLength(1)
  })

  it('are followed from the printer to the door', async () => {
    const { orderId } = await buy()
    must(await postTickets(orderId))
    await happen(orderId, 'Mailed')
    must(await syncPosting(orderId))
    expect(await postingOf(orderId)).toMatchObject({ status: 'mailed' })
    await happen(orderId, 'Delivered')
    await reconcilePostings(new Date(Date.now() + 61 * 60_000))
    expect(await postingOf(orderId)).toMatchObject({ status: 'delivered' })
    await happen(orderId, 'Returned to Sender')
    must(await syncPosting(orderId))
    expect(await postingOf(orderId)).toMatchObject({ status: 'delivered' })
  })
})

describe('a letter that is stuck', () => {
  it('at the printer is told to the log once, with the order’s page, and stays asked about', async () => {
    const { orderId } = await buy()
    must(await postTickets(orderId))
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const told = () =>
      errors.mock.calls.map(String).filter((line) => line.includes('post.late') && line.includes(orderId))
    await reconcilePostings(new Date(Date.now() + 3 * DAY_MS))
    expect(told()).toHaveLength(0)
    for (const days of [5, 6]) await reconcilePostings(new Date(Date.now() + days * DAY_MS))
    expect(told()).toHaveLength(1)
    expect(await findPosting(orderId)).toMatchObject({ status: 'created', lateAt: expect.any(Date) })
    await happen(orderId, 'Delivered')
    must(await syncPosting(orderId))
    expect(await findPosting(orderId)).toMatchObject({ status: 'delivered' })
    errors.mockRestore()
  })

  it('is told though the printer cannot be asked, and given up with its fee back once the doors have opened', async () => {
    const { orderId } = await buy()
    must(await postTickets(orderId))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    await fault('fail-before')
    await reconcilePostings(new Date(Date.now() + 5 * DAY_MS))
    expect(await findPosting(orderId)).toMatchObject({ status: 'created', lateAt: expect.any(Date) })
    await reconcilePostings(new Date(Date.now() + 31 * DAY_MS))
    expect(await findPosting(orderId)).toMatchObject({ status: 'failed' })
    const [refund] = await prisma.refund.findMany({ where: { payment: { orderId } } })
    expect(refund).toMatchObject({ amount: 450, reason: 'postage' })
    must(await refundPayment(refund?.id ?? ''))
    expect(await viewOrderById(orderId)).toMatchObject({ status: 'partially_refunded' })
    vi.restoreAllMocks()
  })

  it('in the post of a country that never says so is not asked about for ever', async () => {
    const { orderId } = await buy()
    must(await postTickets(orderId))
    await happen(orderId, 'Mailed')
    must(await syncPosting(orderId))
    const inDays = (days: number) => findStalePostings(1_000, new Date(Date.now() + days * DAY_MS))
    expect(await inDays(31)).toContain(orderId)
    expect(await inDays(61)).not.toContain(orderId)
  })
})

describe('a letter that fails', () => {
  async function failed() {
    const { fan, orderId } = await buy(2)
    must(await postTickets(orderId))
    await happen(orderId, 'canceled')
    must(await syncPosting(orderId))
    expect(await postingOf(orderId)).toMatchObject({ status: 'failed' })
    return { fan, orderId }
  }

  const refundsOf = (orderId: string) => prisma.refund.findMany({ where: { payment: { orderId } } })
  async function refundedAtStripe(orderId: string): Promise<number> {
    const { paymentIntentId } = await prisma.payment.findUniqueOrThrow({ where: { orderId } })
    const { data } = await office.stripe.refunds.list({ payment_intent: paymentIntentId ?? '' })
    return data.reduce((sum, refund) => sum + refund.amount, 0)
  }

  it('gives the fee back once, keeps the tickets, and the fan is told', async () => {
    const { fan, orderId } = await failed()
    const [refund] = await refundsOf(orderId)
    await Promise.all([1, 2].map(() => refundPayment(refund?.id ?? '')))
    expect(await refundsOf(orderId)).toMatchObject([{ amount: 450, reason: 'postage', status: 'done' }])
    expect(await refundedAtStripe(orderId)).toBe(450)
    expect(await viewOrderById(orderId)).toMatchObject({ status: 'partially_refunded' })
    expect(await prisma.ticket.count({ where: { orderId, status: 'valid' } })).toBe(2)
    for (const _ of [1, 2]) must(await sendOrderMail({ orderId, kind: 'post_failed' }))
    const mails = await office.mails(fan.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.html).toContain('4,50 for the post goes back')
  })

  it('is decided once, whoever hears of it first', async () => {
    const { orderId } = await buy()
    must(await postTickets(orderId))
    await happen(orderId, 'failed')
    await Promise.all([1, 2, 3].map(() => syncPosting(orderId)))
    expect(await refundsOf(orderId)).toHaveLength(1)
  })

  it('is one the printer refuses for good', async () => {
    const { orderId } = await buy(1, {
      ...byPost,
      address: { ...address, country: 'US', region: 'NY', postalCode: '10001' },
    })
    await prisma.order.update({ where: { id: orderId }, data: { address: { ...address, country: 'US' } } })
    must(await postTickets(orderId))
    expect(await postingOf(orderId)).toMatchObject({
      status: 'failed',
      failure: expect.stringContaining('422'),
    })
    for (const { id } of await refundsOf(orderId)) must(await refundPayment(id))
    expect(await refundedAtStripe(orderId)).toBe(450)
  })

  it('is one that would come too late', async () => {
    const { orderId } = await buy()
    await prisma.performance.update({
      ...{ where: { id: hall.performanceId }, data: { startsAt: new Date(Date.now() + 2 * DAY_MS) } },
    })
    must(await postTickets(orderId))
    expect(await postingOf(orderId)).toMatchObject({ status: 'failed' })
    expect(await lettersOf(orderId)).toEqual([])
    expect(await refundsOf(orderId)).toMatchObject([{ amount: 450 }])
  })
})
