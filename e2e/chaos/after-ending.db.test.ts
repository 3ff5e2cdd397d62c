import { describe, expect, it } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { refreshOrder } from '@/lib/coordinator/refresh-order'
import { suggestSeats } from '@/lib/coordinator/suggest-seats'
import { viewOrder } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { releaseSeats, sweepHolds } from '@/lib/reservations/releases/store'
import { blockDraft, createTestPerformance } from '@/prisma/testing'
import { startPaying } from '../concurrency/testing/till'
import { endHoldIn, hold, must, newFan } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const SEATS_PER_ROW = 20
const { hall, office } = openHallWithOffice({ rows: 10, seatsPerRow: SEATS_PER_ROW })
let nextRow = 0

/** An order for the first two seats of a row of its own. */
async function startSale(at = hall) {
  const first = SEATS_PER_ROW * nextRow++
  const { request, ...sale } = await startPaying(at, [first, first + 1])
  return { ...sale, ...request, performanceId: at.performanceId }
}

async function suggest({ access, orderId }: Awaited<ReturnType<typeof startSale>>) {
  const order = must({ ok: true, value: await viewOrder(access, orderId) })
  if (!order) throw new Error('no such order')
  const [offer] = await suggestSeats(order)
  return offer
}

describe('a cancelled order offers', () => {
  it('what the fan still holds', async () => {
    const started = await startSale()
    must(await cancelOrder(started))
    expect(await suggest(started)).toMatchObject({ gone: [], offer: { kind: 'held' } })
  })

  it('the same seats, where they are free again', async () => {
    const started = await startSale()
    must(await cancelOrder(started))
    await releaseSeats(started.fan.cartId, started.performanceId, null)
    const offer = await suggest(started)
    expect(offer?.offer).toMatchObject({ kind: 'same', words: offer?.wanted })
  })

  it('the nearest seats together, where somebody took one, and names that one', async () => {
    const started = await startSale()
    must(await cancelOrder(started))
    await releaseSeats(started.fan.cartId, started.performanceId, null)
    await hold(await newFan(), hall, [started.seats[0] as number])
    const offer = await suggest(started)
    const row = String((started.seats[0] as number) / 20 + 1)
    expect(offer?.gone).toEqual([`A, row ${row}, seat 1`])
    expect(offer?.offer).toMatchObject({ kind: 'nearest', labels: [`A-${row}-2`, `A-${row}-3`] })
  })

  it('nothing for a performance that is not on sale any more', async () => {
    const soon = await createTestPerformance({ draft: blockDraft(10, 20) })
    const started = await startSale(soon)
    must(await cancelOrder(started))
    const where = { id: started.performanceId }
    await prisma.performance.update({ where, data: { status: 'cancelled' } })
    // What a claim must know is kept for two seconds.
    await expect.poll(async () => (await suggest(started))?.offer, { timeout: 5_000 }).toBeNull()
  })
})

describe('whoever looks at an order', () => {
  it('sees that the card was accepted, before any webhook', async () => {
    const { access, orderId, url } = await startSale()
    await office.pay(url)
    expect(await refreshOrder(access, orderId)).toMatchObject({
      ...{ isCertain: true, order: { status: 'authorized' } },
    })
  })

  it('sees that it is over the moment its time is', async () => {
    const { fan, access, orderId } = await startSale()
    await endHoldIn(fan, hall, -10)
    expect(await refreshOrder(access, orderId)).toMatchObject({ order: { cancelReason: 'expired' } })
    await sweepHolds()
  })

  it('does not wait long for a Stripe that does not answer, and is told nothing that may be wrong', async () => {
    const { access, orderId, url } = await startSale()
    await office.pay(url)
    const match = { method: 'GET', path: '/checkout/sessions/' }
    await office.fault({ match, effect: 'timeout', ms: 25_000 })
    expect(await refreshOrder(access, orderId)).toMatchObject({
      isCertain: false,
      order: { status: 'pending' },
    })
  })

  it('sees nothing without the right to', async () => {
    const { orderId } = await startSale()
    expect(await refreshOrder((await newFan()).owner, orderId)).toBeNull()
  })
})
