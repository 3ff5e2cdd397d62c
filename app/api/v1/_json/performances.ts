import { z } from 'zod'
import type { PerformanceDetail } from '@/lib/events/types'
import { idField, momentField, moneyField } from '@/lib/platform/endpoint-fields'
import { toOffsetIso } from '@/lib/platform/time'

const pricesField = z.strictObject({
  category: z.strictObject({ id: z.string(), name: z.string(), color: z.string() }),
  ticketTypes: z
    .array(z.strictObject({ id: idField, name: z.string(), price: moneyField }))
    .meta({ description: 'The first is the one a bare hold takes.' }),
})

export const performanceField = z
  .strictObject({
    id: idField,
    event: z.strictObject({ id: idField, slug: z.string(), title: z.string() }),
    venue: z.strictObject({ name: z.string(), city: z.string(), timezone: z.string() }),
    startsAt: momentField,
    doorsAt: momentField.nullable(),
    onSaleAt: momentField.nullable().meta({ description: 'Null: on sale since it was published.' }),
    status: z.enum(['scheduled', 'on_sale', 'sold_out', 'past', 'cancelled']),
    seatMapId: idField,
    currency: z.string(),
    maxSeats: z.int(),
    holdMinutes: z.int(),
    prices: z.array(pricesField),
  })
  .meta({ id: 'Performance' })

/** A performance with its prices; times are the venue's. */
export function toPerformanceJson(detail: PerformanceDetail): z.input<typeof performanceField> {
  const { id, event, venue, status, seatMapId, currency, maxSeats, holdMinutes } = detail
  const at = (moment: Date) => toOffsetIso(moment, venue.timezone)
  return {
    ...{ id, seatMapId, currency, maxSeats, holdMinutes },
    status: status === 'draft' ? 'scheduled' : status,
    event: { id: event.id, slug: event.slug, title: event.title },
    venue: { name: venue.name, city: venue.city, timezone: venue.timezone },
    startsAt: at(detail.startsAt),
    doorsAt: detail.doorsAt && at(detail.doorsAt),
    onSaleAt: detail.onSaleAt && at(detail.onSaleAt),
    prices: detail.prices.map(({ category: { id, name, color }, ticketTypes }) => ({
      ...{ category: { id, name, color }, ticketTypes },
    })),
  }
}
