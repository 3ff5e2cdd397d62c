import { nameBrand } from '@/lib/commerce/payments/rules'
import { readTicketKeys, signTicketCode } from '@/lib/delivery/codes/rules'
import type { ReceiptDocument, SeatNote, TicketDocument } from '@/lib/delivery/documents/types'
import { postCopy, promoCopy } from '@/lib/delivery/words/next-intl'
import { formatDay, formatPrice, formatTime } from '@/lib/delivery/words/rules'
import { posterColours } from '@/lib/events/posters/colours'
import { env } from '@/lib/platform/env'
import type { OrderView } from '@/lib/reservations/orders/types'
import type { TicketFacts } from '@/lib/reservations/tickets/types'
import { SEAT_FLAG } from '@/lib/seat-map/plan'
import { describeSeats, readSeats } from './describe-seats'

const NOTES = Object.keys(SEAT_FLAG) as SeatNote[]

/** The signed code of a ticket's present issue; what its QR code says. */
export function signTicket({ id, performanceId, serial }: TicketFacts): string {
  const { privateKey } = readTicketKeys(env.TICKET_SIGNING_KEY)
  return signTicketCode({ ticketId: id, performanceId, serial }, privateKey)
}

/** Tickets as they are printed. The same ticket gives the same document. */
export async function composeTickets(tickets: TicketFacts[]): Promise<TicketDocument[]> {
  const seats = await readSeats(tickets)
  return tickets.map((ticket) => {
    const { performanceId, reference, holder, price, venue, seat } = ticket
    const printed = seats.get(ticket) ?? seat
    return {
      ...{ ticketId: ticket.id, code: signTicket(ticket), performanceId, reference, holder, price, venue },
      event: { title: ticket.event.title, organizer: ticket.organizer.name },
      startsAt: ticket.startsAt.toISOString(),
      doorsAt: ticket.doorsAt?.toISOString() ?? null,
      seat: { ...printed, notes: NOTES.filter((note) => (seat.flags & SEAT_FLAG[note]) !== 0) },
      category: seat.category.name,
      ticketType: ticket.ticketType.name,
      issuedAt: ticket.createdAt.toISOString(),
      poster: posterColours(ticket.event.slug),
    }
  })
}

/** The receipt of an order that is paid. */
export async function composeReceipt(order: OrderView): Promise<ReceiptDocument> {
  const seats = await describeSeats(order.lines)
  const { timezone = 'UTC', country = '' } = order.lines[0]?.venue ?? {}
  const { payment } = order
  return {
    ...{ reference: order.reference, timezone, country, total: order.total },
    paidAt: (order.paidAt ?? order.createdAt).toISOString(),
    buyer: { name: order.name, email: order.email },
    lines: order.lines.map((line) => {
      const startsAt = line.startsAt.toISOString()
      const when = `${formatDay(startsAt, line.venue)}, ${formatTime(startsAt, line.venue)}`
      const off = line.discount.amount > 0 ? formatPrice(line.discount, country) : ''
      const code = order.promoCodes.join(', ')
      const promo = off && (code ? promoCopy()('detail', { code, off }) : promoCopy()('off', { off }))
      const detail = [when, seats.get(line), line.ticketType.name, promo].filter(Boolean).join(' · ')
      return { title: line.event.title, detail, price: line.price }
    }),
    fees: order.postage.amount > 0 ? [{ label: postCopy()('fee'), price: order.postage }] : [],
    tax: null,
    note:
      order.waived.amount > 0
        ? promoCopy()('waivedNote', { waived: formatPrice(order.waived, country) })
        : null,
    payment: payment && { brand: nameBrand(payment.brand), last4: payment.last4 },
    organizers: [...new Set(order.lines.map((line) => line.organizer.name))].map((name) => ({ name })),
  }
}
