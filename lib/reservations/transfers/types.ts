import type { OrderStatus } from '../orders/types'
import type { TicketStatus } from '../tickets/types'

export type TransferStatus = 'offered' | 'accepted' | 'taken_back' | 'ended'

/** A person a ticket is given to, as the giver names them. */
export type Friend = { name: string; email: string }

/** A ticket's row as a command holds it, locked, and all that decides whether it may change hands. */
export type LockedTicket = {
  id: string
  orderId: string
  status: TicketStatus
  serial: number
  holder: string
  orderStatus: OrderStatus
  /** The address its present owner gets mail at. */
  ownerEmail: string
  ownerUserId: string | null
  ownerGuestId: string | null
  ownerKey: string | null
  transferable: boolean
  isAdmitted: boolean
  startsAt: Date
}

export type LockedTransfer = {
  id: string
  ticketId: string
  status: TransferStatus
  toName: string
  toEmail: string
}

/** An offer as whoever opens its link sees it. */
export type TransferFacts = {
  id: string
  ticketId: string
  status: TransferStatus
  offerKey: string
  fromName: string
  fromEmail: string
  toName: string
  toEmail: string
  serialBefore: number
}
