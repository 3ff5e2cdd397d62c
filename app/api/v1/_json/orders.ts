import { z } from 'zod'
import { idField, momentField, moneyField } from '@/lib/platform/endpoint-fields'
import { env } from '@/lib/platform/env'
import { toOffsetIso } from '@/lib/platform/time'
import type { OrderLineView, OrderView } from '@/lib/reservations/orders/types'
import type { TicketView } from '@/lib/reservations/tickets/types'

const seatField = z
  .strictObject({
    label: z.string(),
    section: z.string(),
    row: z.string(),
    number: z.string(),
    category: z.strictObject({ name: z.string() }),
  })
  .meta({ id: 'Seat' })

export const orderLineField = z
  .strictObject({
    performanceId: idField,
    event: z.strictObject({ slug: z.string(), title: z.string() }),
    startsAt: momentField,
    seat: seatField,
    ticketType: z.strictObject({ id: idField, name: z.string() }),
    price: moneyField,
  })
  .meta({ id: 'OrderLine' })

export const orderStatusField = z.enum([
  ...['pending', 'authorized', 'confirmed', 'paid', 'partially_refunded', 'refunded', 'cancelled'],
] as const satisfies OrderView['status'][])

export const orderField = z
  .strictObject({
    id: idField,
    reference: z.string().meta({ description: 'What people read out.', example: '7K2MPX4Q' }),
    status: orderStatusField,
    cancelReason: z
      .enum(['by_hand', 'expired', 'declined', 'seats_lost'])
      .nullable()
      .meta({ description: 'Why it is `cancelled`; null for any other status.' }),
    total: moneyField,
    lines: z.array(orderLineField),
    payment: z
      .strictObject({ brand: z.string(), last4: z.string() })
      .nullable()
      .meta({ description: 'The card; null until one was accepted.' }),
    delivery: z.enum(['email', 'post']),
    createdAt: momentField,
  })
  .meta({ id: 'Order' })

export const ticketField = z
  .strictObject({
    id: idField,
    code: z.string().meta({ description: 'What the QR code says; signed, verifiable offline.' }),
    status: z.enum(['valid', 'void']),
    performanceId: idField,
    seat: seatField,
    holder: z.string(),
    pdfUrl: z.url(),
    imageUrl: z.url(),
  })
  .meta({ id: 'Ticket' })

/** An order as its buyer sees it. */
export function toOrderJson(order: OrderView): z.input<typeof orderField> {
  const { id, reference, status, cancelReason, total, payment, delivery, createdAt } = order
  return {
    ...{ id, reference, status, cancelReason, total, payment, delivery },
    lines: order.lines.map(toLineJson),
    createdAt: toOffsetIso(createdAt),
  }
}

function toLineJson({ performanceId, event, venue, startsAt, seat, ticketType, price }: OrderLineView) {
  return {
    ...{ performanceId, seat: toSeatJson(seat), ticketType, price },
    event: { slug: event.slug, title: event.title },
    startsAt: toOffsetIso(startsAt, venue.timezone),
  }
}

/** A ticket, with the addresses of its documents. */
export function toTicketJson({
  id,
  code,
  status,
  performanceId,
  seat,
  holder,
}: TicketView): z.input<typeof ticketField> {
  return {
    ...{ id, code, status, performanceId, holder, seat: toSeatJson(seat) },
    pdfUrl: `${env.APP_URL}/api/v1/tickets/${id}/pdf`,
    imageUrl: `${env.APP_URL}/api/v1/tickets/${id}/image`,
  }
}

function toSeatJson({ label, section, row, number, category }: OrderLineView['seat'] | TicketView['seat']) {
  return { label, section, row, number, category: { name: category.name } }
}
