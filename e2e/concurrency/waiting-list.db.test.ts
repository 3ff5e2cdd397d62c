import { describe, expect, it, vi } from 'vitest'
import { blockSeats, unblockSeats } from '@/lib/coordinator/block-seats'
import { callAllLines } from '@/lib/coordinator/call-next-in-line'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { endWaiting } from '@/lib/coordinator/end-waiting'
import { joinAccount } from '@/lib/coordinator/join-account'
import { leaveWaitingList, letCalledSeatsGo } from '@/lib/coordinator/leave-waiting-list'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { sweepHolds } from '@/lib/coordinator/sweep-holds'
import { listWaitingEntries, viewWaitingChoice } from '@/lib/coordinator/view-waiting'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { inTransaction } from '@/lib/platform/transaction'
import { releaseSeats as release } from '@/lib/reservations/releases/store'
import { insertEntry } from '@/lib/reservations/waiting-list/store'
import { blockDraft, createTestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { endHoldIn, type Fan, hold, must, newFan } from '../fixtures/fans'
import { openBooks } from '../fixtures/open-books'
import {
  askToJoin,
  calledWith,
  endCallIn,
  freeSeats,
  fullHouse,
  heldBy,
  join,
  letGo,
  look,
  noticesOf,
  take,
  wishOf,
} from './testing/line'
import { around, startAuthorized } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const ROUNDS = 6

const books = openBooks()

describe('a waiting list', () => {
  it('is joined where too few seats are left, once an email, and by nobody who could buy', async () => {
    const { hall, fans } = await fullHouse(3)
    const first = await join(hall)
    const second = await join(hall, { seatCount: 3 })
    expect([first.ahead, second.ahead, first.status, first.categoryName]).toEqual([0, 1, 'waiting', 'Stalls'])
    expect(await noticesOf(first, 'joined')).toBe(1)
    const again = { email: first.email.toUpperCase() }
    expect(await askToJoin(hall, again)).toMatchObject({ code: 'already_waiting' })
    for (const [bad, path] of [
      [{ seatCount: 0 }, 'seatCount'],
      [{ seatCount: 11 }, 'seatCount'],
      [{ category: 1 }, 'category'],
      [{ email: 'grace' }, 'email'],
      [{ email: 'gr\0ce@example.com' }, 'email'],
    ] as const) {
      expect(await askToJoin(hall, bad)).toMatchObject({ code: 'invalid', errors: [{ path }] })
    }
    // One seat is free for who wants three; one would do for who takes fewer.
    expect(await leaveWaitingList(first.key)).toBe(true)
    await letGo(fans[0] as Fan, hall)
    expect(await freeSeats(hall)).toEqual([0])
    expect(await askToJoin(hall)).toMatchObject({ code: 'seats_free' })
    expect(await askToJoin(hall, { seatCount: 2, takesFewer: true })).toMatchObject({ code: 'seats_free' })
    expect((await askToJoin(hall, { seatCount: 2 })).ok).toBe(true)
    const [stalls] = (await viewWaitingChoice(hall.performanceId))?.categories ?? []
    expect(stalls).toMatchObject({ category: 0, freeSeats: 1, waiting: 2, fromPrice: { amount: 4500 } })
  })

  it('is for a sale that runs', async () => {
    const soon = await createTestPerformance({ onSaleAt: new Date(Date.now() + 60_000) })
    expect(await askToJoin(soon)).toMatchObject({ code: 'not_on_sale' })
    const { hall } = await fullHouse(1)
    const entry = await join(hall)
    const startsAt = new Date(Date.now() - 1_000)
    await prisma.performance.update({ where: { id: hall.performanceId }, data: { startsAt } })
    await endWaiting()
    expect(await look(entry)).toMatchObject({ status: 'ended', ahead: null })
  })

  it('calls who is first, privately, with what came back; taken, it is bought like any other seat', async () => {
    const { hall, fans } = await fullHouse(2)
    const [first, second] = [await join(hall), await join(hall)]
    await letGo(fans[1] as Fan, hall)
    const called = await look(first)
    expect(called).toMatchObject({ status: 'called', ahead: null, seats: [{ index: 1, label: 'A-1-2' }] })
    expect((called.until?.getTime() ?? 0) - Date.now()).toBeGreaterThan(14.5 * 60_000)
    expect([await noticesOf(first, 'called'), await noticesOf(second, 'called')]).toEqual([1, 0])
    expect(await look(second)).toMatchObject({ status: 'waiting', ahead: 0 })
    expect(await hold(await newFan(), hall, [1])).toBe(false)
    const grace = await newFan()
    expect(must(await take(grace, first))).toEqual({ performanceId: hall.performanceId })
    must(await take(grace, first))
    expect(await heldBy(grace, hall)).toEqual([1])
    expect(await take(await newFan(), first)).toMatchObject({ code: 'too_late' })
    expect(await look(first)).toMatchObject({ status: 'taken', seats: [] })
    expect(await take(grace, { key: 'tbw_\0' })).toMatchObject({ code: 'not_found' })
  })

  it('goes on where the first needs more than there is; seats that suit nobody are free for anyone', async () => {
    const { hall, fans } = await fullHouse(4)
    const group = await join(hall, { seatCount: 3 })
    await letGo(fans[0] as Fan, hall)
    expect(await freeSeats(hall)).toEqual([0])
    const pair = await join(hall, { seatCount: 2 })
    await letGo(fans[2] as Fan, hall)
    // The free one and the one that came back together are what the pair waits for.
    expect(await calledWith(pair)).toEqual([0, 2])
    expect(await look(group)).toMatchObject({ status: 'waiting', ahead: 0 })
  })

  it('gives seats together where it can, and fewer to whom that is fine', async () => {
    const { hall, fans } = await fullHouse(6)
    const two = await join(hall, { seatCount: 2 })
    const many = await join(hall, { seatCount: 9, takesFewer: true })
    for (const seat of [0, 2, 3, 5]) await endHoldIn(fans[seat] as Fan, hall, -1)
    await sweepHolds()
    await finishBackground()
    expect([await calledWith(two), await calledWith(many)]).toEqual([
      [2, 3],
      [0, 5],
    ])
  })

  it('turns to the next when somebody lets go, leaves, or does not come in time', async () => {
    const { hall, fans } = await fullHouse(1)
    const line = [await join(hall), await join(hall), await join(hall), await join(hall)] as const
    await letGo(fans[0] as Fan, hall)
    expect(await letCalledSeatsGo(line[1].key)).toBe(false)
    expect(await letCalledSeatsGo(line[0].key)).toBe(true)
    await finishBackground()
    expect(await leaveWaitingList(line[1].key)).toBe(true)
    await finishBackground()
    await endCallIn(line[2], -1)
    await sweepHolds()
    await finishBackground()
    const statuses = await Promise.all(line.map(async (entry) => (await look(entry)).status))
    expect(statuses).toEqual(['missed', 'left', 'missed', 'called'])
    const missed = await Promise.all(line.map((entry) => noticesOf(entry, 'missed')))
    expect(missed).toEqual([0, 0, 1, 0])
    expect([await leaveWaitingList(line[0].key), await leaveWaitingList('tbw_')]).toEqual([false, false])
  })

  it('gets house seats that are given back, and those of refunded tickets', async () => {
    const hall = await createTestPerformance({ draft: blockDraft(1, 2) })
    const { organizerId, performanceId } = hall
    const house = { organizerId, performanceId, input: { seats: ['A-1-1'] } }
    must(await blockSeats(house))
    const sale = await startAuthorized(books, hall, [1])
    must(await confirmOrder(sale.request))
    await finishBackground()
    const [first, second] = [await join(hall), await join(hall)]
    must(await unblockSeats(house))
    await finishBackground()
    must(await refundOrder({ organizerId, orderId: sale.orderId, tickets: 'all' }))
    await finishBackground()
    expect([await calledWith(first), await calledWith(second)]).toEqual([[0], [1]])
  })

  it('is an account’s once a guest signs in, or shows that the email is theirs', async () => {
    const { hall } = await fullHouse(1)
    const guest = newId()
    const owner = { guestId: guest }
    const byGuest = must(await askToJoin(hall, {}, owner))
    const email = `grace-${newId()}@example.com`
    const byEmail = await join(hall, { email })
    const stranger = await join(hall)
    const verified = { email, name: 'Grace', emailVerifiedAt: new Date() }
    const { id: userId } = await prisma.user.create({ data: verified })
    expect(await listWaitingEntries(userId)).toEqual([])
    await joinAccount({ guestId: guest, userId })
    const keys = (await listWaitingEntries(userId)).map(({ key }) => key)
    expect(keys.toSorted()).toEqual([byGuest.key, byEmail.key].toSorted())
    expect(keys).not.toContain(stranger.key)
  })
})

describe('somebody who joins as the last seat comes back', () => {
  it('control: the release does not see them yet, and they did not see the seat', async () => {
    const { hall, fans } = await fullHouse(1)
    const { performanceId } = hall
    const owner = { guestId: (await newFan()).owner.guestId }
    await inTransaction(async (tx) => {
      await insertEntry(tx, { ...wishOf(), performanceId, phone: null, locale: 'en', owner })
      await release((fans[0] as Fan).cartId, performanceId, null)
    })
    expect(await freeSeats(hall)).toEqual([0])
    expect(await prisma.waitingEntry.count({ where: { performanceId, status: 'waiting' } })).toBe(1)
    // What joining does after its commit, and the round where it did not get so far.
    await callAllLines()
    expect(await freeSeats(hall)).toEqual([])
  })

  it('is called, or could have bought it: nobody waits beside a free seat', async () => {
    const ends = { called: 0, seats_free: 0 }
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const { hall, fans } = await fullHouse(1)
      const [joined] = await Promise.all([
        around(8, () => askToJoin(hall)),
        around(
          12,
          () => releaseSeats({ owner: (fans[0] as Fan).owner, performanceId: hall.performanceId }),
          24,
        ),
      ])
      await finishBackground()
      if (joined.ok) expect(await calledWith(joined.value)).toEqual([0])
      else expect(joined.code).toBe('seats_free')
      ends[joined.ok ? 'called' : 'seats_free'] += 1
    }
    console.info(`joining as a seat comes back: ${JSON.stringify(ends)}`)
  })

  it('stands in it once, from several tabs at once', async () => {
    const { hall } = await fullHouse(1)
    const email = 'grace@example.com'
    const asked = await Promise.all(Array.from({ length: 6 }, () => askToJoin(hall, { email })))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    for (const one of asked) if (!one.ok) expect(one.code).toBe('already_waiting')
  })
})
