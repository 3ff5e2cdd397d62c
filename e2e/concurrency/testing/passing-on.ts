import { acceptTicket } from '@/lib/coordinator/accept-ticket'
import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { takeBackTicket } from '@/lib/coordinator/take-back-ticket'
import { viewTicket } from '@/lib/coordinator/view-tickets'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import type { TestPerformance } from '@/prisma/testing'
import { must } from '../../fixtures/fans'
import type { StripeBooks } from '../../fixtures/stripe-books'
import { sellTickets } from './till'

export const GRACE = { name: 'Grace Example', email: 'grace@example.com' }

/** A paid ticket of a fan, and how it is asked for. */
export async function sellTicket(books: StripeBooks, hall: TestPerformance, seats: number[]) {
  const sale = await sellTickets(books, hall, seats)
  const [ticketId] = sale.ticketIds as [string]
  return { ...sale, hall, ticketId, asked: { access: sale.fan.owner, ticketId } }
}
export type TicketSale = Awaited<ReturnType<typeof sellTicket>>
type Asked = { asked: { access: OrderAccess; ticketId: string } }

export const newFriend = () => ({ guestId: newId() })

/** Offers the ticket to Grace. Returns the offer's key. */
export async function offer({ asked }: Asked): Promise<string> {
  const { transferId } = must(await offerTicket({ ...asked, to: GRACE }))
  return (await prisma.ticketTransfer.findUniqueOrThrow({ where: { id: transferId } })).offerKey
}

export const tryOffer = ({ asked }: Asked) => offerTicket({ ...asked, to: GRACE })

export const accept = (offerKey: string, owner = newFriend()) =>
  acceptTicket({ offerKey, name: 'Grace Hopper', owner })

export const takeBack = ({ asked }: TicketSale) => takeBackTicket(asked)

export const refundAll = ({ hall, orderId }: TicketSale) =>
  refundOrder({ organizerId: hall.organizerId, orderId, tickets: 'all' })

/** The code that whoever asks is shown; empty where the ticket is not theirs. */
export const codeFor = async ({ ticketId }: TicketSale, access: OrderAccess) =>
  (await viewTicket(access, ticketId))?.ticket.code ?? ''

export const scan = ({ hall }: TicketSale, code: string) =>
  admitTicket({ organizerId: hall.organizerId, performanceId: hall.performanceId, input: { code } })

export const rowOf = ({ ticketId }: TicketSale) =>
  prisma.ticket.findUniqueOrThrow({ where: { id: ticketId } })

export const transfersOf = async ({ ticketId }: TicketSale) =>
  (await prisma.ticketTransfer.findMany({ where: { ticketId } })).map(({ status }) => status)

/** A control leaves what must not be; it is taken out of the database again. */
export async function forget({ ticketId }: TicketSale): Promise<void> {
  await prisma.admission.deleteMany({ where: { ticketId } })
  await prisma.ticketTransfer.deleteMany({ where: { ticketId } })
  const nobody = { ownerKey: null, ownerEmail: null, ownerGuestId: null, ownerUserId: null }
  await prisma.ticket.update({ where: { id: ticketId }, data: { ...nobody, serial: 1 } })
}
