import { formatDay, formatTime } from '@/lib/delivery/words/rules'
import { findTicketById } from '@/lib/reservations/tickets/queries'
import type { TicketFacts } from '@/lib/reservations/tickets/types'
import { findOffer } from '@/lib/reservations/transfers/queries'
import type { TransferStatus } from '@/lib/reservations/transfers/types'
import { describeSeats } from './describe-seats'

/** An offered ticket as its friend sees it before accepting: everything but its code. */
export type OfferView = Pick<TicketFacts, 'event' | 'venue'> & {
  ticketId: string
  fromName: string
  toName: string
  ticketType: string
  words: string
  day: string
  time: string
  /** `ended` where it can no longer be accepted, for whatever reason. */
  status: Extract<TransferStatus, 'offered' | 'accepted' | 'ended'>
}

/** The offer whose key this is; null for any other text. */
export async function viewOffer(offerKey: string, now = new Date()): Promise<OfferView | null> {
  const offer = await findOffer(offerKey)
  const ticket = offer && (await findTicketById(offer.ticketId))
  if (!ticket) return null
  const { event, venue, ticketType, startsAt } = ticket
  const isOpen = offer.status === 'offered' && ticket.status === 'valid' && startsAt > now
  return {
    ...{ event, venue, ticketId: ticket.id, fromName: offer.fromName, toName: offer.toName },
    ticketType: ticketType.name,
    words: (await describeSeats([ticket])).get(ticket) ?? ticket.seat.label,
    day: formatDay(startsAt.toISOString(), venue),
    time: formatTime(startsAt.toISOString(), venue),
    status: isOpen ? 'offered' : offer.status === 'accepted' ? 'accepted' : 'ended',
  }
}
