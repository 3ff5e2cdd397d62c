import type { CartHold, CartOffer, CartView, HeldSeat } from '@/lib/reservations/types'

export const PERFORMANCE = 'here'
export const START_MS = Date.parse('2026-12-01T18:00:00Z')

/** The server's clock, seconds after the start. */
export function at(seconds: number): Date {
  return new Date(START_MS + seconds * 1_000)
}

export function seatOf(index: number, ticketType = 'adult'): HeldSeat {
  return {
    index,
    label: `A-1-${index}`,
    section: 'A',
    row: '1',
    number: String(index),
    category: { id: 'cat-1', name: 'Stalls' },
    ticketType: { id: ticketType, name: ticketType },
    price: { amount: 4_500, currency: 'EUR' },
  }
}

export function holdOf(seats: number[], performanceId = PERFORMANCE, moreSeconds = 0): CartHold {
  return {
    performanceId,
    expiresAt: at(600 + moreSeconds),
    event: { slug: performanceId, title: performanceId },
    venue: { name: 'Hall', city: 'Linz', timezone: 'Europe/Vienna' },
    startsAt: at(86_400),
    seats: seats.map((index) => seatOf(index)),
    canExtend: true,
  }
}

export function offerOf(seats: number[], id = 'offer-1'): CartOffer {
  const { canExtend: _, ...rest } = holdOf(seats)
  return { ...rest, id, lost: [], expiresAt: at(120) }
}

export function cartOf(...holds: CartHold[]): CartView {
  return { holds: holds.filter((hold) => hold.seats.length > 0), offers: [], totals: [], expiresAt: null }
}
