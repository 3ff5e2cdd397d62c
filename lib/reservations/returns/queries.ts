import { prisma } from '@/lib/platform/db'
import type { ReturnFacts } from './types'

/** A return, for jobs; null where there is none. */
export async function findReturn(id: string): Promise<ReturnFacts | null> {
  const row = await prisma.ticketReturn.findUnique({
    where: { id },
    include: { ticket: { select: { orderId: true, refundId: true } } },
  })
  if (!row) return null
  const { ticketId, status, createdAt, endedAt, ticket } = row
  const refundId = status === 'sold' ? ticket.refundId : null
  return { id, ticketId, orderId: ticket.orderId, status, createdAt, endedAt, refundId }
}
