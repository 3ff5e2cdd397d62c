import { describe, expect, it } from 'vitest'
import {
  checkPrices,
  decideConfirm,
  decideSettlement,
  isCancellationMailed,
  isOpen,
  isSold,
  nextStatus,
  type OrderEvent,
  pickSeats,
  sellsSame,
} from './rules'
import type { CartSeat, DrawnSeat, OrderStatus } from './types'

const STATUSES: OrderStatus[] = [
  ...(['pending', 'authorized', 'confirmed', 'paid', 'partially_refunded', 'refunded', 'cancelled'] as const),
]
const EVENTS: OrderEvent[] = [
  ...([
    'authorize',
    'confirm',
    'confirm_free',
    'capture',
    'cancel',
    'undo',
    'refund_part',
    'refund_all',
  ] as const),
]
const MONEY = ['open', 'authorized', 'captured', 'cancelled'] as const

function seat(changes: Partial<CartSeat> = {}): DrawnSeat {
  return {
    ...{ performanceId: 'p1', seatIndex: 0, isHeld: true, isOnSale: true, seatMapId: 'm1', label: 'A-1-1' },
    ...{ section: 'A', row: '1', number: '1', categoryIndex: 0, currency: 'EUR', expiresAt: new Date(0) },
    ...{
      ticketTypeId: 't1',
      ticketTypeName: 'Adult',
      priceAmount: 4500,
      currentAmount: 4500,
      discountAmount: 0,
    },
    ...changes,
  } as DrawnSeat
}

describe('the transition table', () => {
  it('lets no event leave a final status', () => {
    for (const status of ['refunded', 'cancelled'] as const) {
      expect(EVENTS.map((event) => nextStatus(status, event))).toEqual(EVENTS.map(() => null))
    }
  })

  it('sells only what was authorized, or costs nothing, and takes money only for what is sold', () => {
    expect(STATUSES.filter((status) => nextStatus(status, 'confirm'))).toEqual(['authorized'])
    expect(STATUSES.filter((status) => nextStatus(status, 'confirm_free'))).toEqual(['pending'])
    expect(STATUSES.filter((status) => nextStatus(status, 'capture'))).toEqual(['confirmed'])
  })

  it('cancels only what is open; what is confirmed can only be undone', () => {
    expect(STATUSES.filter((status) => nextStatus(status, 'cancel'))).toEqual(STATUSES.filter(isOpen))
    expect(STATUSES.filter((status) => nextStatus(status, 'undo'))).toEqual(['confirmed'])
  })
})

describe('bringing an order and its money together', () => {
  it('only decides on events that can happen to the order', () => {
    for (const status of STATUSES) {
      for (const money of MONEY) {
        const { event, reason } = decideSettlement(status, { status: money, lastDecline: null })
        if (event) expect(nextStatus(status, event), `${status} × ${money}`).not.toBeNull()
        const isCancelling = event === 'cancel' || event === 'undo'
        expect(reason !== null, `${status} × ${money}`).toBe(isCancelling)
      }
    }
  })

  it('never keeps money of an order whose seats are not sold', () => {
    for (const status of STATUSES.filter((one) => !isSold(one))) {
      const decided = decideSettlement(status, { status: 'captured', lastDecline: null })
      expect(decided).toMatchObject({ next: 'release', isRecorded: false })
    }
  })

  it('changes nothing about an order that is paid', () => {
    for (const status of ['paid', 'partially_refunded', 'refunded'] as const) {
      for (const money of MONEY) {
        const decided = decideSettlement(status, { status: money, lastDecline: null })
        expect(decided).toEqual({ event: null, reason: null, next: null, isRecorded: false })
      }
    }
  })

  it('says declined where the bank’s last word was no, and expired where nobody paid', () => {
    const reasonOf = (status: OrderStatus, lastDecline: string | null) =>
      decideSettlement(status, { status: 'cancelled', lastDecline }).reason
    expect(reasonOf('pending', null)).toBe('expired')
    expect(reasonOf('pending', 'card_declined')).toBe('declined')
    expect(reasonOf('authorized', null)).toBe('declined')
    expect(reasonOf('confirmed', null)).toBe('declined')
  })

  it('goes on to what is left to do', () => {
    const nextOf = (status: OrderStatus, money: (typeof MONEY)[number]) =>
      decideSettlement(status, { status: money, lastDecline: null }).next
    expect(nextOf('confirmed', 'authorized')).toBe('capture')
    expect(nextOf('cancelled', 'authorized')).toBe('release')
    expect(nextOf('cancelled', 'open')).toBe('release')
    expect(nextOf('cancelled', 'cancelled')).toBeNull()
    expect(nextOf('authorized', 'authorized')).toBeNull()
  })
})

describe('confirming', () => {
  const order = (status: OrderStatus, amount = 4500) => ({
    ...{ status, cancelReason: null, total: { amount, currency: 'EUR' } },
  })

  it('sells an authorized order, and one that costs nothing', () => {
    expect(decideConfirm(order('authorized'))).toBe('sell')
    expect(decideConfirm(order('pending', 0))).toBe('sell_free')
    expect(decideConfirm(order('pending'))).toBe('not_authorized')
  })

  it('again changes nothing, and says the same as before', () => {
    expect(decideConfirm(order('confirmed'))).toBe('sold')
    expect(decideConfirm(order('paid'))).toBe('sold')
    expect(decideConfirm({ ...order('cancelled'), cancelReason: 'seats_lost' })).toBe('seats_lost')
    expect(decideConfirm({ ...order('cancelled'), cancelReason: 'by_hand' })).toBe('not_authorized')
  })
})

describe('picking the seats of an order', () => {
  it('takes all that are held', () => {
    const seats = [seat(), seat({ seatIndex: 1, label: 'A-1-2' })]
    expect(pickSeats(seats, {})).toEqual({ ok: true, value: seats })
  })

  it('names every seat that was lost, is not sold any more, or was on the page and is gone', () => {
    const seats = [
      ...[seat(), seat({ seatIndex: 1, label: 'A-1-2', isHeld: false, ticketTypeId: null })],
      seat({ seatIndex: 2, label: 'A-1-3', isOnSale: false }),
    ]
    const total = { amount: 4500, currency: 'EUR' }
    const expected = { seats: [{ performanceId: 'p2', label: 'A-1-1' }], total }
    expect(pickSeats(seats, { expected })).toMatchObject({
      ...{ code: 'seats_lost', seats: ['A-1-2', 'A-1-3', 'A-1-1'] },
    })
  })

  it('takes one currency, and asks which where there are several', () => {
    const seats = [seat(), seat({ performanceId: 'p2', currency: 'JPY' })]
    expect(pickSeats(seats, {})).toMatchObject({ code: 'mixed_currencies', currencies: ['EUR', 'JPY'] })
    expect(pickSeats(seats, { currency: 'JPY' })).toEqual({ ok: true, value: [seats[1]] })
    expect(pickSeats(seats, { currency: 'USD' })).toMatchObject({ code: 'invalid' })
    expect(pickSeats([], {})).toMatchObject({ code: 'cart_empty' })
    expect(pickSeats([], { currency: 'EUR' })).toMatchObject({ code: 'cart_empty' })
  })

  it('at the price they are held at, unless it changed or another was shown', () => {
    expect(checkPrices([seat()])).toBeNull()
    const total = { amount: 4700, currency: 'EUR' }
    expect(checkPrices([seat({ currentAmount: 4700 })])).toMatchObject({ code: 'price_changed', total })
    const expected = { seats: [], total: { amount: 4400, currency: 'EUR' } }
    expect(checkPrices([seat()], expected)).toMatchObject({ code: 'price_changed' })
    const sum = { amount: seat().priceAmount, currency: 'EUR' }
    expect(checkPrices([seat()], { seats: [], total: sum })).toBeNull()
    const inYen = { seats: [], total: { ...sum, currency: 'JPY' } }
    expect(checkPrices([seat()], inYen)).toMatchObject({ code: 'price_changed' })
  })

  it('is the same order only for the same seats, as the same tickets, at the same prices', () => {
    const line = { ...seat(), id: 'l1', seatLabel: 'A-1-1' }
    expect(sellsSame([line], [seat()])).toBe(true)
    expect(sellsSame([line], [seat(), seat({ seatIndex: 1 })])).toBe(false)
    expect(sellsSame([line], [seat({ ticketTypeId: 't2' })])).toBe(false)
    expect(sellsSame([line], [seat({ priceAmount: 4400 })])).toBe(false)
    expect(sellsSame([line], [seat({ discountAmount: 100 })])).toBe(false)
    const cheaper = { ...line, priceAmount: 4400, discountAmount: 100 }
    expect(sellsSame([cheaper], [seat({ discountAmount: 100 })])).toBe(true)
  })
})

it('a cancellation is mailed to those whose money was reserved, unless they asked for it', () => {
  const authorizedAt = new Date()
  expect(isCancellationMailed({ authorizedAt }, 'seats_lost')).toBe(true)
  expect(isCancellationMailed({ authorizedAt }, 'by_hand')).toBe(false)
  expect(isCancellationMailed({ authorizedAt: null }, 'expired')).toBe(false)
})
