import type { Money } from '@/lib/platform/money'
import type { DocumentVenue, ReceiptDocument, TicketDocument } from '../documents/types'

/** A mail, ready to send. */
export type ComposedMail = { subject: string; html: string; text: string; attachments: MailAttachment[] }

export type MailAttachment = {
  filename: string
  content: Buffer
  contentType: string
  /** Set for pictures the HTML shows itself, as `cid:<contentId>`. */
  contentId?: string
}

/**
 * Everything an order's confirmation says and carries, as plain data (JSON all the way down, so a job can
 * carry it).
 */
export type OrderMail = {
  reference: string
  /** Whom it greets. */
  name: string
  /** Absolute address of the order's page. */
  orderUrl: string
  /** At least one; grouped by performance in the mail, in the order given. */
  tickets: TicketDocument[]
  receipt: ReceiptDocument
  /** Printed tickets follow by post. */
  byPost: boolean
}

/** Why an order ended without tickets; the API's `cancelReason`. */
export type CancelReason = 'by_hand' | 'expired' | 'declined' | 'seats_lost'

export type CancelledOrderMail = {
  reference: string
  name: string
  reason: CancelReason
  total: Money
  /** The seats the fan wanted, by performance. */
  performances: {
    title: string
    startsAt: string
    venue: DocumentVenue
    /** As people read them: `Stalls, row F, seat 17`. */
    seats: string[]
    /** Of `seats`, those somebody else has now. */
    lostSeats: string[]
    /** Absolute address of its seat map, to try again; null when it is sold out or past. */
    seatsUrl: string | null
  }[]
}

export type RefundMail = {
  reference: string
  name: string
  amount: Money
  /** Whose way of writing prices and dates is used: ISO 3166-1 alpha-2. */
  country: string
  /** To where it goes; null where no card is known. */
  card: { brand: string; last4: string } | null
  /** In the organizer's words. */
  reason: string | null
  orderUrl: string
  /** What the money was for, by performance; empty for anything but tickets. */
  performances: { title: string; startsAt: string; venue: DocumentVenue; seats: string[] }[]
}

/** A letter with tickets will not arrive. */
export type PostFailedMail = {
  reference: string
  name: string
  /** Absolute address of the order's page, where the tickets are. */
  orderUrl: string
  /** What the letter cost; nothing of it is mentioned where that is nothing. */
  fee: Money
  /** ISO 3166-1 alpha-2, for formats. */
  country: string
}

/** A mail about a ticket that goes from one person to another. */
export type TransferMail = {
  /** `gone` goes to the giver, the others to the friend. */
  kind: 'offered' | 'taken_back' | 'accepted' | 'void' | 'gone'
  fromName: string
  toName: string
  /** As it is printed for whom it is now; only `accepted` carries its picture and page. */
  ticket: TicketDocument
  /** Absolute address of the offer's page, or of the ticket's; null where there is nothing to open. */
  url: string | null
}
