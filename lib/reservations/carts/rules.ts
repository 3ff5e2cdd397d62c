import { sumMoney } from '@/lib/platform/money'
import type { CartHold, CartView, HeldSeat } from '../types'
import type { HeldSeatRow } from './types'

type CategoryName = { id: string; name: string }

/** Groups held seats into the cart people see. `categoryOf` names a seat's price category. */
export function toCartView(rows: HeldSeatRow[], categoryOf: (row: HeldSeatRow) => CategoryName): CartView {
  const holds = new Map<string, CartHold>()
  for (const row of rows) {
    const hold = holds.get(row.performanceId) ?? startHold(row)
    hold.seats.push(toHeldSeat(row, categoryOf(row)))
    holds.set(row.performanceId, hold)
  }
  return { holds: [...holds.values()], totals: totalsOf(rows), expiresAt: firstEnd(rows) }
}

function startHold(row: HeldSeatRow): CartHold {
  return {
    performanceId: row.performanceId,
    expiresAt: row.expiresAt,
    event: { slug: row.eventSlug, title: row.eventTitle },
    venue: { name: row.venueName, city: row.venueCity, timezone: row.timezone },
    startsAt: row.startsAt,
    seats: [],
  }
}

function toHeldSeat(row: HeldSeatRow, category: CategoryName): HeldSeat {
  return {
    index: row.seatIndex,
    label: row.label,
    section: row.section,
    row: row.row,
    number: row.number,
    category,
    ticketType: { id: row.ticketTypeId, name: row.ticketTypeName },
    price: { amount: row.priceAmount, currency: row.currency },
  }
}

function totalsOf(rows: HeldSeatRow[]) {
  const currencies = [...new Set(rows.map((row) => row.currency))].sort()
  return currencies.map((currency) =>
    sumMoney(
      rows.filter((row) => row.currency === currency).map((row) => row.priceAmount),
      currency,
    ),
  )
}

function firstEnd(rows: HeldSeatRow[]): Date | null {
  const ends = rows.map((row) => row.expiresAt.getTime())
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}
