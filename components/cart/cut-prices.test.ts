import { expect, it } from 'vitest'
import type { CartHold, HeldSeat } from '@/lib/reservations/types'
import { cutPrices } from './cut-prices'

const seat = (label: string, amount: number) => ({ label, price: { amount, currency: 'EUR' } }) as HeldSeat
const hold = (performanceId: string, ...seats: HeldSeat[]) => ({ performanceId, seats }) as CartHold

it('a seat costs what is left, its old price beside it; seats without a discount stay as they are', () => {
  const holds = [hold('p1', seat('A-1-1', 4500), seat('A-1-2', 4500)), hold('p2', seat('A-1-1', 2000))]
  const [first, second] = cutPrices(holds, [{ off: { 'p1/A-1-1': 450, 'p1/A-1-2': 0 } }, { off: {} }])
  expect(first?.seats[0]).toMatchObject({ price: { amount: 4050 }, was: { amount: 4500 } })
  expect(first?.seats[1]).toEqual(seat('A-1-2', 4500))
  expect(second?.seats[0]).toEqual(seat('A-1-1', 2000))
})

it('no price goes below nothing', () => {
  const [cut] = cutPrices([hold('p1', seat('A-1-1', 300))], [{ off: { 'p1/A-1-1': 450 } }])
  expect(cut?.seats[0]?.price.amount).toBe(0)
})
