import type { Money } from '@/lib/platform/money'
import type { ReturnState } from '../returns/types'

export type TicketStatus = 'valid' | 'void'

/** What a refund has to know of a ticket. Minor units of its order's currency, as it was paid. */
export type SoldTicket = { id: string; status: TicketStatus; priceAmount: number }

/** A ticket with everything that is printed on it. */
export type TicketFacts = {
  id: string
  orderId: string
  reference: string
  /** The language of its documents. */
  locale: string
  performanceId: string
  status: TicketStatus
  /** Counts re-issues, from 1. */
  serial: number
  holder: string
  createdAt: Date
  /** Whom it was passed on to: it is theirs now, and no more the order's. Null until somebody accepted it. */
  passedOn: { email: string } | null
  /** An offer to somebody that waits for their answer. */
  offer: TicketOffer | null
  /** Whether the organizer lets it change hands. */
  transferable: boolean
  /** It is offered to the waiting list; null where it is not. */
  return: ReturnState | null
  /** Somebody from there bought its seat: it is void, and paid back. */
  isSoldOn: boolean
  /** Whether its buyer may offer it there now. */
  isReturnable: boolean
  seat: {
    index: number
    label: string
    section: string
    row: string
    number: string
    category: { name: string }
    /** Bits of SEAT_FLAG. */
    flags: number
  }
  ticketType: { id: string; name: string }
  price: Money
  event: { slug: string; title: string; imageUrl: string | null }
  organizer: { name: string }
  venue: { name: string; city: string; country: string; timezone: string; address: string | null }
  startsAt: Date
  doorsAt: Date | null
}

/** An offer as who made it sees it. */
export type TicketOffer = { transferId: string; toName: string; toEmail: string }

/** A ticket as its holder sees it. `code` is signed; it is what the QR code says. */
export type TicketView = Pick<TicketFacts, 'id' | 'status' | 'performanceId' | 'seat' | 'holder'> & {
  code: string
}
