import { describe, expect, it, vi } from 'vitest'
import { joinCart } from '@/lib/coordinator/join-cart'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { renderTicket } from '@/lib/coordinator/render-ticket'
import { takeBackTicket } from '@/lib/coordinator/take-back-ticket'
import { viewTickets } from '@/lib/coordinator/view-order'
import { viewTicket, viewTicketsAhead } from '@/lib/coordinator/view-tickets'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createTestPerformance } from '@/prisma/testing'
import { must } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import {
  accept,
  codeFor,
  GRACE,
  newFriend,
  offer,
  refundAll,
  rowOf,
  scan,
  sellTicket,
  takeBack,
  transfersOf,
} from './testing/passing-on'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const { hall, books, freshSeats } = openHallWithBooks()
const sell = (at = hall) => sellTicket(books, at, freshSeats(1))

describe('a ticket passed on', () => {
  it('stays its giver’s until it is accepted, then is the friend’s alone: a new code lets in, the old one nobody', async () => {
    const sale = await sell()
    const giver = sale.fan.owner
    const before = await codeFor(sale, giver)
    const key = await offer(sale)
    expect(await codeFor(sale, giver)).toBe(before)
    const grace = newFriend()
    const { ticketId, key: ticketKey } = must(await accept(key, grace))
    expect(ticketId).toBe(sale.ticketId)
    expect(await rowOf(sale)).toMatchObject({ serial: 2, holder: 'Grace Hopper', ownerEmail: GRACE.email })

    expect(await viewTicket(giver, ticketId)).toBeNull()
    expect(await viewTickets(giver, sale.orderId)).toEqual([])
    expect(await viewTicketsAhead(giver)).toEqual([])
    expect(await renderTicket({ access: giver, ticketId, format: 'pdf' })).toMatchObject({
      code: 'not_found',
    })
    expect(await viewTicketsAhead(grace)).toMatchObject([{ ticketId, holder: 'Grace Hopper' }])
    const after = await codeFor(sale, { key: ticketKey })
    expect(after).not.toBe(before)
    expect(await scan(sale, before)).toMatchObject({ code: 'void' })
    expect((await scan(sale, after)).ok).toBe(true)
  })

  it('can be passed on again, and nobody before its last owner sees it', async () => {
    const sale = await sell()
    const [grace, alan] = [newFriend(), newFriend()]
    must(await accept(await offer(sale), grace))
    const again = { ...sale, asked: { access: grace, ticketId: sale.ticketId } }
    must(await accept(await offer(again), alan))
    expect(await viewTicket(grace, sale.ticketId)).toBeNull()
    expect((await rowOf(sale)).serial).toBe(3)
    expect(await transfersOf(sale)).toEqual(['accepted', 'accepted'])
  })

  it('goes into the account of a friend who signs in later', async () => {
    const sale = await sell()
    const grace = newFriend()
    must(await accept(await offer(sale), grace))
    const email = `grace-${newId()}@example.com`
    const { id: userId } = await prisma.user.create({ data: { email, name: 'Grace' } })
    await joinCart({ ...grace, userId })
    expect(await viewTicketsAhead({ userId })).toMatchObject([{ ticketId: sale.ticketId }])
  })

  it('may be accepted again by whoever did, and by nobody else', async () => {
    const sale = await sell()
    const grace = newFriend()
    const key = await offer(sale)
    const first = must(await accept(key, grace))
    expect(must(await accept(key, grace))).toEqual(first)
    expect(await accept(key)).toMatchObject({ code: 'offer_ended' })
    expect(await accept(key, sale.fan.owner)).toMatchObject({ code: 'offer_ended' })
    expect((await rowOf(sale)).serial).toBe(2)
  })

  it('taken back in time is the giver’s as before, and the link opens nothing', async () => {
    const sale = await sell()
    const before = await codeFor(sale, sale.fan.owner)
    const key = await offer(sale)
    must(await takeBack(sale))
    must(await takeBack(sale))
    expect(await accept(key)).toMatchObject({ code: 'offer_ended' })
    expect((await scan(sale, before)).ok).toBe(true)
    expect(await transfersOf(sale)).toEqual(['taken_back'])
  })

  it('is refused to strangers, twice at once, to no address, where the organizer forbids it, and after the door', async () => {
    const sale = await sell()
    const to = GRACE
    expect(await offerTicket({ ...sale.asked, access: newFriend(), to })).toMatchObject({ code: 'not_found' })
    expect(await takeBackTicket({ ...sale.asked, access: newFriend() })).toMatchObject({ code: 'not_found' })
    for (const bad of [
      { ...to, email: 'grace' },
      { ...to, name: '\0' },
    ]) {
      expect(await offerTicket({ ...sale.asked, to: bad })).toMatchObject({ code: 'invalid' })
    }
    await offer(sale)
    expect(await offerTicket({ ...sale.asked, to })).toMatchObject({ code: 'already_offered' })
    expect(await accept('tbf_\0')).toMatchObject({ code: 'not_found' })

    const inside = await sell()
    must(await scan(inside, await codeFor(inside, inside.fan.owner)))
    expect(await offerTicket({ ...inside.asked, to })).toMatchObject({ code: 'already_admitted' })

    const strict = await createTestPerformance()
    const kept = await sell(strict)
    const where = { where: { id: strict.performanceId } }
    await prisma.performance.update({ ...where, data: { transferable: false } })
    expect(await offerTicket({ ...kept.asked, to })).toMatchObject({ code: 'not_transferable' })
    const begun = { transferable: true, startsAt: new Date(Date.now() - 1_000) }
    await prisma.performance.update({ ...where, data: begun })
    expect(await offerTicket({ ...kept.asked, to })).toMatchObject({ code: 'too_late' })
  })
})

describe('a refund of a ticket that was passed on', () => {
  it('is told to whom it belongs, and not to a friend who has passed it on', async () => {
    const sale = await sell()
    const grace = newFriend()
    must(await accept(await offer(sale), grace))
    const again = { ...sale, asked: { access: grace, ticketId: sale.ticketId } }
    must(await accept(await offer(again)))
    must(await refundAll(sale))
    const last = await prisma.ticketTransfer.findFirstOrThrow({
      where: { ticketId: sale.ticketId, serialAfter: 3 },
    })
    const jobs = await prisma.$queryRaw<{ id: string }[]>`
      SELECT data ->> 'transferId' AS id FROM pgboss.job
      WHERE name = 'send-transfer-mail' AND data ->> 'kind' = 'void'`
    expect(jobs).toEqual([{ id: last.id }])
  })
})
