import { z } from 'zod'
import { idField, momentField, moneyField } from '@/lib/platform/endpoint-fields'
import { toOffsetIso } from '@/lib/platform/time'
import type { CartHold, CartView, HeldSeat, HoldView } from '@/lib/reservations/types'

const namedField = z.strictObject({ id: z.string(), name: z.string() })

const heldSeatField = z
  .strictObject({
    label: z.string().meta({ description: 'Names the seat; opaque, unique in its map.', example: '12-5-17' }),
    section: z.string(),
    row: z.string(),
    number: z.string(),
    category: namedField,
    ticketType: namedField,
    price: moneyField.meta({ description: 'All-in, fixed when the seat was held.' }),
  })
  .meta({ id: 'HeldSeat' })

export const holdField = z
  .strictObject({ performanceId: idField, expiresAt: momentField, seats: z.array(heldSeatField) })
  .meta({ id: 'Hold' })

const cartHoldField = z
  .strictObject({
    performanceId: idField,
    event: z.strictObject({ slug: z.string(), title: z.string() }),
    venue: z.strictObject({ name: z.string(), city: z.string() }),
    startsAt: momentField,
    expiresAt: momentField,
    seats: z.array(heldSeatField),
  })
  .meta({ id: 'CartHold' })

export const cartField = z
  .strictObject({
    holds: z.array(cartHoldField),
    total: moneyField
      .nullable()
      .meta({ description: 'Of the first currency where there are several; null for an empty cart.' }),
    totals: z.array(moneyField).meta({ description: 'One for each currency.' }),
    expiresAt: momentField.nullable().meta({ description: 'When the hold that ends first ends.' }),
  })
  .meta({ id: 'Cart' })

/** A hold as the API shows it. */
export function toHoldJson({ performanceId, expiresAt, seats }: HoldView): z.input<typeof holdField> {
  return { performanceId, expiresAt: toOffsetIso(expiresAt), seats: seats.map(toSeatJson) }
}

/** The cart as the API shows it. */
export function toCartJson({ holds, totals, expiresAt }: CartView): z.input<typeof cartField> {
  return {
    holds: holds.map(toCartHoldJson),
    total: totals[0] ?? null,
    totals,
    expiresAt: expiresAt && toOffsetIso(expiresAt),
  }
}

function toCartHoldJson({ performanceId, event, venue, startsAt, expiresAt, seats }: CartHold) {
  return {
    performanceId,
    event: { slug: event.slug, title: event.title },
    venue: { name: venue.name, city: venue.city },
    startsAt: toOffsetIso(startsAt, venue.timezone),
    expiresAt: toOffsetIso(expiresAt),
    seats: seats.map(toSeatJson),
  }
}

function toSeatJson({ label, section, row, number, category, ticketType, price }: HeldSeat) {
  return { label, section, row, number, category, ticketType, price }
}
