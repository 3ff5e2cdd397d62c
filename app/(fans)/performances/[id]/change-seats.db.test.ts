import { beforeEach, describe, expect, it } from 'vitest'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { newId } from '@/lib/platform/ids'
import type { CartOwner } from '@/lib/reservations/types'
import { createTestPerformance } from '@/prisma/testing'
import { changeSeats } from './change-seats'

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
  return { held, refusal: answer.refusal }
}

/** Somebody else takes seats. */
async function lose(...seats: string[]) {
  const held = await holdSeats({ owner: { guestId: newId() }, performanceId, wish: { seats } })
  expect(held.ok).toBe(true)
}

describe('a batch of clicks', () => {
  it('holds every seat that can be had, and names the lost one with the nearest beside what is now held', async () => {
    await lose('A-2-11')
    const { held, refusal } = await change({ hold: ['A-2-10', 'A-2-11', 'A-2-12'] })
    expect(held).toEqual(['A-2-10', 'A-2-12'])
    expect(refusal).toMatchObject({ code: 'seats_taken', seats: ['A-2-11'] })
    expect(refusal?.alternatives).toHaveLength(1)
    expect(held).not.toContain(refusal?.alternatives[0])
  })

  it('holds nothing where all is lost', async () => {
    await lose('A-2-11')
    const { held, refusal } = await change({ hold: ['A-2-11'] })
    expect(held).toEqual([])
    expect(refusal?.seats).toEqual(['A-2-11'])
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
    const { held, refusal } = await change({ hold: ['A-3-4', 'A-3-5'], together: true })
    expect(held).toEqual([])
    expect(refusal).toMatchObject({ code: 'seats_taken', seats: ['A-3-5'] })
    expect(refusal?.alternatives).toHaveLength(2)
  })
})

it('a seat of no such map and a performance of no such name are refused, never thrown', async () => {
  expect((await change({ hold: ['Z-9-9'] })).refusal?.code).toBe('refused')
  performanceId = 'nope'
  expect((await change({ hold: ['A-1-1'], release: ['A-1-2'] })).refusal?.code).toBe('refused')
})
