import { prisma } from '@/lib/platform/db'
import type { TransferFacts } from './types'

/** How `createOffer` makes them; nothing else is asked of the database, which knows no NUL for one. */
const OFFER_KEY = /^tbf_[\w-]{43}$/

/** An offer by the key of its mail's link, open or not; null for any other text. */
export async function findOffer(offerKey: string): Promise<TransferFacts | null> {
  if (!OFFER_KEY.test(offerKey)) return null
  return prisma.ticketTransfer.findUnique({ where: { offerKey } })
}

/** The same for jobs, by its id. */
export async function findTransfer(id: string): Promise<TransferFacts | null> {
  return prisma.ticketTransfer.findUnique({ where: { id } })
}

/** The key that opens a ticket for whom it was passed on to; null where it was not. */
export async function findTicketKey(ticketId: string): Promise<string | null> {
  const row = await prisma.ticket.findUnique({ where: { id: ticketId }, select: { ownerKey: true } })
  return row?.ownerKey ?? null
}
