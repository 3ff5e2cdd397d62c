import { MAX_HOLD_MINUTES } from '@/lib/platform/hold-limits'
import { sumMoney } from '@/lib/platform/money'
import type { CartHold, CartOffer, CartView, HeldSeat, LostSeat } from '../types'
import type { HeldSeatRow } from './types'

type CategoryName = { id: string; name: string }

/** What the rows cannot say of seats: their price category, and where lost ones are. */
export type SeatNames = {
  categoryOf(row: HeldSeatRow): CategoryName
  lostOf(row: HeldSeatRow): LostSeat[]
}

/** Groups held seats into the cart people see, and offered ones beside. */
export function toCartView(rows: HeldSeatRow[], { categoryOf, lostOf }: SeatNames): CartView {
  const held = rows.filter((row) => row.offerId === null)
  const [holds, offers] = [new Map<string, CartHold>(), new Map<string, CartOffer>()]
  for (const row of rows) {
    const { performanceId, offerId } = row
    const group = offerId
      ? (offers.get(offerId) ?? { ...startGroup(row), id: offerId, lost: lostOf(row) })
      : (holds.get(performanceId) ?? { ...startGroup(row), canExtend: canExtend(row) })
    group.seats.push(toHeldSeat(row, categoryOf(row)))
    if ('id' in group) offers.set(group.id, group)
    else holds.set(performanceId, group)
  }
  return {
    ...{ holds: [...holds.values()], offers: [...offers.values()] },
    ...{ totals: totalsOf(held), expiresAt: firstEnd(held) },
  }
}

/** Once, and not where it lasts as long as any hold may. */
function canExtend({ isExtended, firstHeldAt, expiresAt }: HeldSeatRow): boolean {
  return !isExtended && expiresAt.getTime() < firstHeldAt.getTime() + MAX_HOLD_MINUTES * 60_000
}

function startGroup(row: HeldSeatRow) {
  return {
    performanceId: row.performanceId,
    expiresAt: row.expiresAt,
    event: { slug: row.eventSlug, title: row.eventTitle },
    venue: { name: row.venueName, city: row.venueCity, timezone: row.timezone },
    startsAt: row.startsAt,
    seats: [] as HeldSeat[],
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
