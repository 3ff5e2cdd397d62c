import { renderCalendarEntry } from '@/lib/delivery/email/ics'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { isSold } from '@/lib/reservations/orders/rules'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { describeSeats } from './describe-seats'
import type { RenderedFile } from './render-ticket'
import { viewOrder } from './view-order'

/** A performance of an order as a calendar entry, for whoever may see the order; `not_found` for anything else. */
export async function renderCalendar({
  access,
  orderId,
  performanceId,
}: {
  access: OrderAccess
  orderId: string
  performanceId: string
}): Promise<Result<RenderedFile, 'not_found'>> {
  const order = await viewOrder(access, orderId)
  const lines = order?.lines.filter((line) => line.performanceId === performanceId) ?? []
  const [line] = lines
  if (!order || !line || !isSold(order.status)) return refuse('not_found')
  const seats = [...(await writeIn(order.locale, () => describeSeats(lines))).values()]
  const entry = renderCalendarEntry({
    ...{ performanceId, venue: line.venue, startsAt: line.startsAt.toISOString() },
    event: { title: line.event.title, organizer: line.organizer.name },
    issuedAt: (order.paidAt ?? order.createdAt).toISOString(),
    description: [...seats, order.reference].join('\n'),
    url: `${env.APP_URL}/orders/${orderId}`,
  })
  const filename = `calendar-${order.reference}.ics`
  return ok({ bytes: Buffer.from(entry), contentType: 'text/calendar; charset=utf-8', filename })
}

/** The performance of one ticket as a calendar entry, for whose ticket it is; `not_found` for anyone else. */
export async function renderTicketCalendar({
  access,
  ticketId,
}: {
  access: OrderAccess
  ticketId: string
}): Promise<Result<RenderedFile, 'not_found'>> {
  const ticket = await findTicket(ticketId, access)
  if (!ticket) return refuse('not_found')
  const seat = (await writeIn(ticket.locale, () => describeSeats([ticket]))).get(ticket) ?? ticket.seat.label
  const entry = renderCalendarEntry({
    ...{ performanceId: ticket.performanceId, venue: ticket.venue, startsAt: ticket.startsAt.toISOString() },
    event: { title: ticket.event.title, organizer: ticket.organizer.name },
    issuedAt: ticket.createdAt.toISOString(),
    description: seat,
    url: `${env.APP_URL}/tickets/${ticketId}`,
  })
  const filename = `calendar-${ticket.reference}.ics`
  return ok({ bytes: Buffer.from(entry), contentType: 'text/calendar; charset=utf-8', filename })
}
