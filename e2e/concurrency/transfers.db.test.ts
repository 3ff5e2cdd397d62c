import { describe, expect, it, vi } from 'vitest'
import { acceptTicket } from '@/lib/coordinator/accept-ticket'
import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { joinCart } from '@/lib/coordinator/join-cart'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { renderTicket } from '@/lib/coordinator/render-ticket'
import { takeBackTicket } from '@/lib/coordinator/take-back-ticket'
import { viewTickets } from '@/lib/coordinator/view-order'
import { viewTicket, viewTicketsAhead } from '@/lib/coordinator/view-tickets'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { decideAccept } from '@/lib/reservations/transfers/rules'
import { acceptOffer } from '@/lib/reservations/transfers/store'
import type { LockedTicket } from '@/lib/reservations/transfers/types'
import { createTestPerformance } from '@/prisma/testing'
import { must } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import { sellTickets } from './testing/till'

vi.mock('@/lib/platform/background', () => import('./testing/background'))

const ROUNDS = 8
const GRACE = { name: 'Grace Example', email: 'grace@example.com' }

const { hall, books, freshSeats } = openHallWithBooks()

const newFriend = () => ({ guestId: newId() })

/** A paid ticket of a fan, and how it is asked for. */
async function sell(at = hall) {
  const sale = await sellTickets(books, at, freshSeats(1))
  const [ticketId] = sale.ticketIds as [string]
  return { ...sale, ticketId, asked: { access: sale.fan.owner, ticketId } }
}
type Sale = Awaited<ReturnType<typeof sell>>

async function offer({ asked }: { asked: { access: OrderAccess; ticketId: string } }): Promise<string> {
  const { transferId } = must(await offerTicket({ ...asked, to: GRACE }))
  return (await prisma.ticketTransfer.findUniqueOrThrow({ where: { id: transferId } })).offerKey
}

const accept = (offerKey: string, owner = newFriend()) =>
  acceptTicket({ offerKey, name: 'Grace Hopper', owner })
const rowOf = ({ ticketId }: Sale) => prisma.ticket.findUniqueOrThrow({ where: { id: ticketId } })
const transfersOf = async ({ ticketId }: Sale) =>
  (await prisma.ticketTransfer.findMany({ where: { ticketId } })).map(({ status }) => status)
const codeFor = async (sale: Sale, access: object) =>
  (await viewTicket(access, sale.ticketId))?.ticket.code ?? ''
const scan = (code: string, at = hall) =>
  admitTicket({ organizerId: at.organizerId, performanceId: at.performanceId, input: { code } })

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
    expect(await scan(before)).toMatchObject({ code: 'void' })
    expect((await scan(after)).ok).toBe(true)
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
    must(await takeBackTicket(sale.asked))
    must(await takeBackTicket(sale.asked))
    expect(await accept(key)).toMatchObject({ code: 'offer_ended' })
    expect((await scan(before)).ok).toBe(true)
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
    must(await scan(await codeFor(inside, inside.fan.owner)))
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

/** As `lockTicket` reads it, but nobody has to wait. */
async function readUnlocked(tx: Tx, { ticketId }: Sale): Promise<LockedTicket> {
  const row = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } })
  const rest = { orderStatus: 'paid', ownerEmail: '', transferable: true, isAdmitted: false } as const
  return { ...row, ...rest, startsAt: new Date(Date.now() + 1e9) }
}

describe('one offer, accepted by several friends at once', () => {
  it('control: without the ticket’s lock several set out to take it', async () => {
    const sale = await sell()
    const offerKey = await offer(sale)
    const decisions = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const transfer = await prisma.ticketTransfer.findUniqueOrThrow({ where: { offerKey } })
        return decideAccept(await readUnlocked(prisma, sale), transfer, newFriend(), new Date())
      }),
    )
    expect(decisions.filter((one) => one.ok && one.value === 'accept').length).toBeGreaterThan(1)
  })

  it('control: and where they do, the last one’s key would open what the first was told is theirs', async () => {
    const sale = await sell()
    const offerKey = await offer(sale)
    const keys = await Promise.all(
      Array.from({ length: 3 }, () =>
        inTransaction(async (tx) => {
          const ticket = await readUnlocked(tx, sale)
          const transfer = await tx.ticketTransfer.findUniqueOrThrow({ where: { offerKey } })
          const given = { holder: 'Grace', owner: newFriend() }
          return acceptOffer(tx, ticket, transfer, given)
        }),
      ),
    )
    const { ownerKey } = await rowOf(sale)
    expect(keys.filter((key) => key !== ownerKey)).toHaveLength(2)
  })

  it('is one friend’s: one code, and the others hear that it is gone', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const key = await offer(sale)
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(key)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('offer_ended')
      expect((await rowOf(sale)).serial).toBe(2)
    }
  })
})

describe('a refund of a ticket that was passed on', () => {
  it('is told to whom it belongs, and not to a friend who has passed it on', async () => {
    const sale = await sell()
    const grace = newFriend()
    must(await accept(await offer(sale), grace))
    const again = { ...sale, asked: { access: grace, ticketId: sale.ticketId } }
    must(await accept(await offer(again)))
    const { organizerId } = hall
    must(await refundOrder({ organizerId, orderId: sale.orderId, tickets: 'all' }))
    const last = await prisma.ticketTransfer.findFirstOrThrow({
      where: { ticketId: sale.ticketId, serialAfter: 3 },
    })
    const jobs = await prisma.$queryRaw<{ id: string }[]>`
      SELECT data ->> 'transferId' AS id FROM pgboss.job
      WHERE name = 'send-transfer-mail' AND data ->> 'kind' = 'void'`
    expect(jobs).toEqual([{ id: last.id }])
  })
})

describe('an offer, accepted and at the same moment', () => {
  it('taken back: ends in one of the two', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const key = await offer(sale)
      const [accepted, back] = await Promise.all([accept(key), takeBackTicket(sale.asked)])
      expect(accepted.ok).toBe(!back.ok)
      expect(await transfersOf(sale)).toEqual([accepted.ok ? 'accepted' : 'taken_back'])
      expect((await rowOf(sale)).serial).toBe(accepted.ok ? 2 : 1)
    }
  })

  it('refunded: whoever has it then, it admits nobody, and nothing is offered any more', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const key = await offer(sale)
      const { organizerId } = hall
      const asked = { organizerId, orderId: sale.orderId, tickets: 'all' as const }
      const [accepted, refunded] = await Promise.all([accept(key), refundOrder(asked)])
      expect(refunded.ok).toBe(true)
      expect(await transfersOf(sale)).toEqual([accepted.ok ? 'accepted' : 'ended'])
      expect((await rowOf(sale)).status).toBe('void')
      expect(await accept(key, newFriend())).toMatchObject({ ok: false })
    }
  })

  it('scanned at the door: one of the two goes in with it, and one code has let somebody in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const code = await codeFor(sale, sale.fan.owner)
      const key = await offer(sale)
      const grace = newFriend()
      const [accepted, scanned] = await Promise.all([accept(key, grace), scan(code)])
      expect(accepted.ok).toBe(!scanned.ok)
      if (!accepted.ok) expect(accepted.code).toBe('already_admitted')
      else {
        expect(scanned).toMatchObject({ code: 'void' })
        expect((await scan(await codeFor(sale, grace))).ok).toBe(true)
      }
    }
  })

  it('offered to five people: it is offered to one', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sale = await sell()
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => offerTicket({ ...sale.asked, to: GRACE })),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await transfersOf(sale)).toEqual(['offered'])
    }
  })
})
