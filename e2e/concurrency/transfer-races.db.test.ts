import { beforeAll, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import { decideAccept } from '@/lib/reservations/transfers/rules'
import type { LockedTicket } from '@/lib/reservations/transfers/types'
import { must } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import { buildGate, overlap, withoutLocks } from './testing/overlap'
import {
  accept,
  codeFor,
  forget,
  newFriend,
  offer,
  refundAll,
  rowOf,
  scan,
  sellTicket,
  type TicketSale,
  takeBack,
  transfersOf,
  tryOffer,
} from './testing/passing-on'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const ROUNDS = 4

const { hall, books, freshSeats } = openHallWithBooks()
const sell = () => sellTicket(books, hall, freshSeats(1))
beforeAll(() => buildGate(['ticket', 'ticket_transfer', 'admission']))

/** As `lockTicket` reads it, but nobody has to wait. */
async function readUnlocked(tx: Tx, { ticketId }: TicketSale): Promise<LockedTicket> {
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
    const key = await offer(sale)
    const [first, last] = await withoutLocks(() =>
      overlap(
        () => accept(key),
        () => accept(key),
      ),
    )
    const { ownerKey } = await rowOf(sale)
    expect([must(first).key === ownerKey, must(last).key === ownerKey]).toEqual([false, true])
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

describe('an offer, accepted and at the same moment', () => {
  it('taken back: ends in one of the two', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const key = await offer(sale)
      const [accepted, back] = await Promise.all([accept(key), takeBack(sale)])
      expect(accepted.ok).toBe(!back.ok)
      expect(await transfersOf(sale)).toEqual([accepted.ok ? 'accepted' : 'taken_back'])
      expect((await rowOf(sale)).serial).toBe(accepted.ok ? 2 : 1)
    }
  })

  it('refunded: whoever has it then, it admits nobody, and nothing is offered any more', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await sell()
      const key = await offer(sale)
      const [accepted, refunded] = await Promise.all([accept(key), refundAll(sale)])
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
      const [accepted, scanned] = await Promise.all([accept(key, grace), scan(sale, code)])
      expect(accepted.ok).toBe(!scanned.ok)
      if (!accepted.ok) expect(accepted.code).toBe('already_admitted')
      else {
        expect(scanned).toMatchObject({ code: 'void' })
        expect((await scan(sale, await codeFor(sale, grace))).ok).toBe(true)
      }
    }
  })

  it('offered to five people: it is offered to one', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sale = await sell()
      const answers = await Promise.all(Array.from({ length: 5 }, () => tryOffer(sale)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await transfersOf(sale)).toEqual(['offered'])
    }
  })
})

/** A ticket, its code, and the key of its offer where it is on offer. */
async function start(isOffered: boolean) {
  const sale = await sell()
  return { sale, code: await codeFor(sale, sale.fan.owner), key: isOffered ? await offer(sale) : '' }
}
type Started = Awaited<ReturnType<typeof start>>
type Step = (started: Started) => Promise<{ ok: boolean; code?: string }>
type StepName = 'accept' | 'take back' | 'refund' | 'scan' | 'offer'

const STEPS: Record<StepName, Step> = {
  accept: ({ key }) => accept(key),
  'take back': ({ sale }) => takeBack(sale),
  refund: ({ sale }) => refundAll(sale),
  scan: ({ sale, code }) => scan(sale, code),
  offer: ({ sale }) => tryOffer(sale),
}

/** What the second one of two hears, and how the ticket's offers end. */
type End = { hears: string; offers: string[] }
type Race = { first: StepName; second: StepName; guarded: End; unguarded: End; why: string }

const isOk = 'ok'
const RACES: Race[] = [
  {
    ...{ first: 'take back', second: 'accept', why: 'told both that it is theirs' },
    guarded: { hears: 'offer_ended', offers: ['taken_back'] },
    unguarded: { hears: isOk, offers: ['accepted'] },
  },
  {
    ...{
      first: 'accept',
      second: 'take back',
      why: 'only a constraint keeps it the friend’s',
    },
    guarded: { hears: 'not_found', offers: ['accepted'] },
    unguarded: { hears: 'ticket_transfer_serial', offers: ['accepted'] },
  },
  {
    ...{ first: 'refund', second: 'accept', why: 'a friend told to be welcome with a ticket that is void' },
    guarded: { hears: 'offer_ended', offers: ['ended'] },
    unguarded: { hears: isOk, offers: ['accepted'] },
  },
  {
    ...{ first: 'refund', second: 'take back', why: 'told to be the giver’s again, though it is void' },
    guarded: { hears: isOk, offers: ['ended'] },
    unguarded: { hears: isOk, offers: ['taken_back'] },
  },
  {
    ...{ first: 'refund', second: 'offer', why: 'a void ticket on offer' },
    guarded: { hears: 'void', offers: [] },
    unguarded: { hears: isOk, offers: ['offered'] },
  },
  {
    ...{ first: 'offer', second: 'refund', why: 'a void ticket on offer' },
    guarded: { hears: isOk, offers: ['ended'] },
    unguarded: { hears: isOk, offers: ['offered'] },
  },
  {
    ...{ first: 'offer', second: 'offer', why: 'only an index keeps it from two people' },
    guarded: { hears: 'already_offered', offers: ['offered'] },
    unguarded: { hears: 'ticket_transfer_one_open', offers: ['offered'] },
  },
  {
    ...{ first: 'scan', second: 'accept', why: 'a friend whose ticket somebody has gone in with' },
    guarded: { hears: 'already_admitted', offers: ['offered'] },
    unguarded: { hears: isOk, offers: ['accepted'] },
  },
  {
    ...{ first: 'accept', second: 'scan', why: 'in with the code of a ticket that is a friend’s' },
    guarded: { hears: 'void', offers: ['accepted'] },
    unguarded: { hears: isOk, offers: ['accepted'] },
  },
]

/** Both, the second one while the first has not committed. What cannot be written is heard of by the constraint's name. */
async function race({ first, second }: Race, started: Started) {
  const constraint = (error: Error) => ({ ok: false, code: /ticket_transfer_\w+/.exec(String(error))?.[0] })
  const answers = await overlap(
    () => STEPS[first](started),
    () => STEPS[second](started).catch(constraint),
  )
  const [ahead, behind] = answers.map((answer) => (answer.ok ? isOk : answer.code))
  return { ahead, hears: behind, offers: await transfersOf(started.sale) }
}

describe.each(RACES)('$second, while the $first is not through', (one) => {
  const isOffered = one.first !== 'offer' && one.second !== 'offer'

  it(`control: without the ticket’s lock, ${one.why}`, async () => {
    const started = await start(isOffered)
    try {
      expect(await withoutLocks(() => race(one, started))).toEqual({ ahead: isOk, ...one.unguarded })
    } finally {
      await forget(started.sale)
    }
  })

  it('waits for it, and hears how it ended', async () => {
    const started = await start(isOffered)
    expect(await race(one, started)).toEqual({ ahead: isOk, ...one.guarded })
  })
})
