import { beforeEach, describe, expect, it } from 'vitest'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { findPerformance } from '@/lib/events/performances/queries'
import { newId } from '@/lib/platform/ids'
import type { CartOwner } from '@/lib/reservations/types'
import { createTestPerformance } from '@/prisma/testing'
import { answerOffer, changeSeats, extendHold } from './change-seats'

let performanceId: string
let ada: CartOwner

beforeEach(async () => {
  performanceId = (await createTestPerformance()).performanceId
  ada = { guestId: newId() }
})

async function change(wish: { hold?: string[]; release?: string[]; together?: boolean }) {
  const hold = (wish.hold ?? []).map((label) => ({ label }))
  const answer = await changeSeats(
    { owner: ada, performanceId },
    { hold, release: wish.release ?? [], together: wish.together ?? false },
  )
  const held = answer.cart.holds.flatMap(({ seats }) => seats.map(({ label }) => label))
  const [offer] = answer.cart.offers
  const offered = offer?.seats.map(({ label }) => label) ?? []
  return { held, refusal: answer.refusal, offered, offerId: offer?.id ?? '' }
}

/** Somebody else takes seats. */
async function lose(...seats: string[]) {
  const held = await holdSeats({ owner: { guestId: newId() }, performanceId, wish: { seats } })
  expect(held.ok).toBe(true)
}

describe('a batch of clicks', () => {
  it('holds every seat that can be had, names the lost one, and offers the nearest to it', async () => {
    await lose('A-2-11')
    const { held, refusal, offered } = await change({ hold: ['A-2-10', 'A-2-11', 'A-2-12'] })
    expect(held).toEqual(['A-2-10', 'A-2-12'])
    expect(refusal).toMatchObject({ code: 'seats_taken', seats: ['A-2-11'] })
    expect(refusal?.alternatives).toHaveLength(1)
    expect(offered).toEqual(['A-1-11'])
  })

  it('holds nothing where all is lost', async () => {
    await lose('A-2-11')
    const { held, refusal } = await change({ hold: ['A-2-11'] })
    expect(held).toEqual([])
    expect(refusal?.seats).toEqual(['A-2-11'])
  })

  it('names all that is lost where they were wanted as different tickets', async () => {
    await lose('A-2-10', 'A-2-11')
    const { prices } = (await findPerformance(performanceId)) ?? { prices: [] }
    const type = prices[0]?.ticketTypes[0]?.id
    const hold = [{ label: 'A-2-10', ticketType: type }, { label: 'A-2-11' }]
    const answer = await changeSeats({ owner: ada, performanceId }, { hold, release: [], together: false })
    expect(answer.refusal?.seats.toSorted()).toEqual(['A-2-10', 'A-2-11'])
    expect(answer.cart.offers[0]?.seats).toHaveLength(2)
  })

  it('gives back before it holds, so that a full hand can be exchanged in one go', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => `A-1-${index + 1}`)
    expect((await change({ hold: ten })).refusal).toBeNull()
    const { held, refusal } = await change({ hold: ['A-1-11'], release: ['A-1-1'] })
    expect(refusal).toBeNull()
    expect(held).toEqual([...ten.slice(1), 'A-1-11'])
  })

  it('is refused as a whole past ten seats; what was held stays', async () => {
    const nine = Array.from({ length: 9 }, (_, index) => `A-1-${index + 1}`)
    await change({ hold: nine })
    const { held, refusal } = await change({ hold: ['A-1-10', 'A-1-11'] })
    expect(refusal?.code).toBe('seat_limit')
    expect(held).toEqual(nine)
  })
})

describe('seats asked for together', () => {
  it('are held all or none', async () => {
    await lose('A-3-5')
    const { held, refusal, offered } = await change({ hold: ['A-3-4', 'A-3-5'], together: true })
    expect(held).toEqual([])
    expect(refusal).toMatchObject({ code: 'seats_taken', seats: ['A-3-5'] })
    expect(offered).toHaveLength(2)
    expect(offered).not.toContain('A-3-5')
  })
})

describe('what is offered', () => {
  const where = () => ({ owner: ada, performanceId })

  it('is held once it is kept, and free once it is let go', async () => {
    await lose('A-3-5')
    const first = await change({ hold: ['A-3-5'] })
    const kept = await answerOffer(where(), { offerId: first.offerId, keep: true })
    expect(kept.cart.holds[0]?.seats.map(({ label }) => label)).toEqual(first.offered)
    expect(kept.cart.offers).toEqual([])
    const second = await change({ hold: ['A-3-5'] })
    const left = await answerOffer(where(), { offerId: second.offerId, keep: false })
    expect(left).toMatchObject({ refusal: null, cart: { offers: [] } })
    await lose(...second.offered)
  })

  it('is told to be over where it is another, or nobody’s', async () => {
    await change({ hold: ['A-3-5'] })
    const answer = await answerOffer(where(), { offerId: newId(), keep: true })
    expect(answer.refusal?.code).toBe('offer_ended')
    ada = { guestId: newId() }
    expect((await answerOffer(where(), { offerId: newId(), keep: true })).refusal?.code).toBe('offer_ended')
  })
})

it('more time is given once', async () => {
  await change({ hold: ['A-3-5'] })
  const first = await extendHold({ owner: ada, performanceId })
  expect(first).toMatchObject({ refusal: null, cart: { holds: [{ canExtend: false }] } })
  const second = await extendHold({ owner: ada, performanceId })
  expect(second.refusal?.code).toBe('already_extended')
})

it('a seat of no such map and a performance of no such name are refused, never thrown', async () => {
  expect((await change({ hold: ['Z-9-9'] })).refusal?.code).toBe('refused')
  performanceId = 'nope'
  expect((await change({ hold: ['A-1-1'], release: ['A-1-2'] })).refusal?.code).toBe('refused')
})
