import { beforeAll, describe, expect, it } from 'vitest'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { numberBatches } from '@/lib/realtime/batches/store'
import { ensureCart } from '@/lib/reservations/carts/store'
import { claimSeats } from '@/lib/reservations/holds/store'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { blockSeats, unblockSeats } from './block-seats'
import { createPerformance } from './create-performance'
import { type House, hallPerformance, makeHouse, makeOrganizer, makePerformance, must } from './testing/house'

let house: House
let performanceId: string
beforeAll(async () => {
  house = await makeHouse()
  performanceId = await makePerformance(house)
})

const block = (...seats: string[]) => blockSeats({ ...house, performanceId, input: { seats } })
const unblock = (...seats: string[]) => unblockSeats({ ...house, performanceId, input: { seats } })

const pairs = (seats: number[], state: number) => seats.map((seat) => [seat, state])

async function statusOf(label: string) {
  const seat = { label }
  return prisma.performanceSeat.findFirstOrThrow({ where: { performanceId, seat } })
}

async function hold(seatIndex: number) {
  const facts = await findSaleFacts(performanceId)
  const cartId = await ensureCart({ guestId: newId() })
  const ticketTypeIds = [facts?.ticketTypes[0]?.id ?? '']
  const claim = { cartId, performanceId, seatIndexes: [seatIndex], ticketTypeIds, chosenType: false }
  const [outcome] = await claimSeats([claim])
  return outcome
}

describe('house seats', () => {
  it('leave sale and come back to it, and the maps are told which', async () => {
    const lastBatch = async () => {
      // What the publisher has not numbered yet is numbered here: one of the two does it.
      await numberBatches(performanceId)
      return prisma.seatBatch.findFirst({ where: { performanceId }, orderBy: { version: 'desc' } })
    }
    expect(must(await block('Left-1-1', 'Left-1-2', 'Left-1-1'))).toEqual({ changed: 2 })
    expect(await statusOf('Left-1-2')).toMatchObject({ status: 'blocked' })
    expect((await lastBatch())?.seats).toEqual(pairs([0, 1], SEAT_STATE.blocked))
    expect(must(await unblock('Left-1-1', 'Left-1-2', 'Left-1-3'))).toEqual({ changed: 2 })
    expect(await statusOf('Left-1-1')).toMatchObject({ status: 'free' })
    expect((await lastBatch())?.seats).toEqual(pairs([0, 1], SEAT_STATE.free))
  })

  it('cannot be held by a fan', async () => {
    must(await block('Left-1-4'))
    expect(await hold(3)).toMatchObject({ granted: false, lostIndexes: [3] })
  })

  it('stay as they are when blocked again', async () => {
    must(await block('Left-1-5'))
    expect(must(await block('Left-1-5', 'Left-1-6'))).toEqual({ changed: 1 })
  })

  it('are never taken from a fan: with one seat held, none of the asked is blocked', async () => {
    expect(await hold(10)).toMatchObject({ granted: true })
    expect(await block('Left-2-1', 'Left-2-2')).toEqual({
      ok: false,
      code: 'seats_taken',
      seats: ['Left-2-1'],
    })
    expect(await statusOf('Left-2-2')).toMatchObject({ status: 'free' })
    expect(must(await unblock('Left-2-1'))).toEqual({ changed: 0 })
    expect(await statusOf('Left-2-1')).toMatchObject({ status: 'held' })
  })

  it('may be taken where a hold has ended, though nobody has tidied it up', async () => {
    expect(await hold(20)).toMatchObject({ granted: true })
    await prisma.performanceSeat.update({
      where: { performanceId_seatIndex: { performanceId, seatIndex: 20 } },
      data: { heldUntil: new Date(Date.now() - 1000) },
    })
    expect(must(await block('Left-3-1'))).toEqual({ changed: 1 })
    expect(await statusOf('Left-3-1')).toMatchObject({ status: 'blocked', holdId: null, priceAmount: null })
  })

  it('are refused where a label is unknown, and nothing changes', async () => {
    expect(await block('Left-2-3', 'Nowhere-1-1')).toEqual({
      ok: false,
      code: 'unknown_seat',
      seats: ['Nowhere-1-1'],
    })
    expect(await statusOf('Left-2-3')).toMatchObject({ status: 'free' })
  })

  it('are refused for nothing, for too many, for a draft, and for somebody else', async () => {
    expect(await block()).toMatchObject({ code: 'invalid', errors: [{ path: 'seats' }] })
    const many = Array.from({ length: 5_001 }, (_, at) => `x-${at}`)
    expect(await block(...many)).toMatchObject({ code: 'invalid', errors: [{ path: 'seats' }] })
    const stranger = await makeOrganizer()
    const input = { seats: ['Left-1-1'] }
    const theirs = await blockSeats({ organizerId: stranger.id, performanceId, input })
    expect(theirs).toEqual({ ok: false, code: 'not_found' })
    const draft = must(await createPerformance({ ...house, input: hallPerformance(house) }))
    const early = await blockSeats({ ...house, performanceId: draft.id, input })
    expect(early).toEqual({ ok: false, code: 'not_on_sale' })
  })
})
