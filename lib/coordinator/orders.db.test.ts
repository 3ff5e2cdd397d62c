import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { newId, newSecret } from '@/lib/platform/ids'
import { stopJobs } from '@/lib/platform/jobs'
import { createTestOrder, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { renderPass } from './render-pass'
import { resendTickets } from './resend-tickets'
import { sendOrderMail } from './send-order-mail'
import { viewOrdersByTime } from './view-order'
import { viewTicket, viewTicketsAhead } from './view-tickets'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

/** A guest's paid order of one seat at a performance of its own. */
async function buy(guestId: string, startsAt: Date, seat = 0) {
  const hall: TestPerformance = await createTestPerformance({ startsAt })
  const order = await createTestOrder(hall, [seat])
  const data = { guestId, accessToken: newSecret('tbo_') }
  const { accessToken } = await prisma.order.update({ where: { id: order.orderId }, data })
  return { ...order, hall, key: accessToken, ticketId: order.ticketIds[0] as string }
}
type Bought = Awaited<ReturnType<typeof buy>>

const guestId = newId()
let next: Bought
let later: Bought
let past: Bought
let tonight: Bought
beforeAll(async () => {
  later = await buy(guestId, inDays(20))
  next = await buy(guestId, inDays(2))
  past = await buy(guestId, inDays(-3))
  tonight = await buy(guestId, new Date(Date.now() - 3_600_000))
})
afterAll(stopJobs)

describe('the orders of a fan', () => {
  it('are what is ahead, the next first, an evening that has begun still; and what is over', async () => {
    const { ahead, over } = await viewOrdersByTime({ guestId })
    expect(ahead.map(({ id }) => id)).toEqual([tonight, next, later].map(({ orderId }) => orderId))
    expect(over.items.map(({ id }) => id)).toEqual([past.orderId])
    const page = await viewOrdersByTime({ guestId }, { cursor: newId() })
    expect([page.ahead.length, page.over.items.length]).toEqual([0, 1])
  })

  it('are nobody else’s: not a stranger’s, not a key’s', async () => {
    const none = { ahead: [], over: { items: [], nextCursor: null } }
    expect(await viewOrdersByTime({ guestId: newId() })).toEqual(none)
    expect(await viewOrdersByTime({ key: next.key })).toEqual(none)
    expect(await viewOrdersByTime({})).toEqual(none)
  })
})

describe('the tickets of a fan', () => {
  it('are those ahead; a key opens its order’s alone, and nobody else finds them', async () => {
    const idsOf = async (access: object) => (await viewTicketsAhead(access)).map(({ ticketId }) => ticketId)
    expect(await idsOf({ guestId })).toEqual([tonight, next, later].map(({ ticketId }) => ticketId))
    expect(await idsOf({ key: next.key })).toEqual([next.ticketId])
    expect(await idsOf({ guestId: newId() })).toEqual([])
    expect(await idsOf({})).toEqual([])
    expect(await viewTicket({ key: later.key }, next.ticketId)).toBeNull()
    expect(await viewTicket({ guestId }, 'x\0')).toBeNull()
    expect((await viewTicket({ guestId }, past.ticketId))?.ticket.code).toMatch(/^TB1\./)
  })

  it('are offered to no wallet where none is configured', async () => {
    expect(await renderPass({ access: { guestId }, ticketId: next.ticketId })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('tickets sent again', () => {
  const jobs = async (orderId: string) => {
    const rows = await prisma.$queryRaw<{ data: { orderId: string; again?: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'send-order-mail'`
    return rows.map(({ data }) => data).filter((data) => data.orderId === orderId)
  }

  it('go to the order’s own address three times an hour, each once, and then no more', async () => {
    const asked = { access: { key: next.key }, orderId: next.orderId }
    for (let i = 0; i < 3; i += 1) {
      expect(await resendTickets(asked)).toEqual({ ok: true, value: { email: 'ada@example.com' } })
    }
    expect(await resendTickets(asked)).toMatchObject({ code: 'rate_limited' })
    const again = (await jobs(next.orderId)).map((job) => job.again)
    expect(new Set(again).size).toBe(3)
  })

  it('are not sent for a stranger, nor once they are void or somebody else’s', async () => {
    const asked = { access: { guestId: newId() }, orderId: later.orderId }
    expect(await resendTickets(asked)).toMatchObject({ code: 'not_found' })
    const where = { where: { id: later.ticketId } }
    await prisma.ticket.update({ ...where, data: { ownerKey: newSecret('tbt_') } })
    expect(await resendTickets({ ...asked, access: { guestId } })).toMatchObject({ code: 'void' })
    expect(await sendOrderMail({ orderId: later.orderId, kind: 'confirmation', again: newId() })).toEqual({
      ok: true,
      value: null,
    })
    expect(await prisma.orderMail.count({ where: { orderId: later.orderId } })).toBe(0)
    await prisma.ticket.update({ ...where, data: { ownerKey: null } })
    expect(await jobs(later.orderId)).toEqual([])
  })
})
