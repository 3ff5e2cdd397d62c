import { newSecret } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import { lockOrder } from '../orders/store'
import type { CartOwner } from '../types'
import type { Friend, LockedTicket, LockedTransfer, TransferStatus } from './types'

/**
 * A ticket, locked with its order until the transaction ends; null where there is none. The order first, as whoever
 * refunds or undoes it does; the ticket's row too, because a door locks nothing else.
 */
export async function lockTicket(tx: Tx, ticketId: string): Promise<LockedTicket | null> {
  const known = await tx.ticket.findUnique({ where: { id: ticketId }, select: { orderId: true } })
  const order = known && (await lockOrder(tx, known.orderId))
  if (!order) return null
  await tx.$queryRaw`SELECT id FROM ticket WHERE id = ${ticketId}::uuid FOR UPDATE`
  const row = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    include: { performance: { select: { startsAt: true, transferable: true } }, admission: true },
  })
  const { id, orderId, status, serial, holder, ownerUserId, ownerGuestId, ownerKey } = row
  return {
    ...{ id, orderId, status, serial, holder, ownerUserId, ownerGuestId, ownerKey },
    ...{ orderStatus: order.status, ownerEmail: row.ownerEmail ?? order.email },
    ...{ transferable: row.performance.transferable, startsAt: row.performance.startsAt },
    isAdmitted: row.admission !== null,
  }
}

/** The offer of a locked ticket that waits for an answer; null where none does. */
export async function findOpenOffer(tx: Tx, ticketId: string): Promise<LockedTransfer | null> {
  return tx.ticketTransfer.findFirst({ where: { ticketId, status: 'offered' }, select: OFFER })
}

/** An offer by its key, read under its ticket's lock; null where there is none. */
export async function findOfferLocked(
  tx: Tx,
  offerKey: string,
): Promise<{ ticket: LockedTicket; transfer: LockedTransfer } | null> {
  const known = await tx.ticketTransfer.findUnique({ where: { offerKey }, select: { ticketId: true } })
  const ticket = known && (await lockTicket(tx, known.ticketId))
  if (!ticket) return null
  const transfer = await tx.ticketTransfer.findUniqueOrThrow({ where: { offerKey }, select: OFFER })
  return { ticket, transfer }
}

const OFFER = { id: true, ticketId: true, status: true, toName: true, toEmail: true } as const

/** Offers a locked ticket that has no open offer. Its code stays good until somebody accepts. Returns the offer's id. */
export async function createOffer(tx: Tx, ticket: LockedTicket, to: Friend): Promise<string> {
  const { id } = await tx.ticketTransfer.create({
    data: {
      ...{ ticketId: ticket.id, serialBefore: ticket.serial, offerKey: newSecret('tbf_') },
      ...{ fromName: ticket.holder, fromEmail: ticket.ownerEmail, toName: to.name, toEmail: to.email },
    },
    select: { id: true },
  })
  return id
}

/**
 * Gives a locked ticket to whoever accepts its open offer: issued anew under the next serial, so that the code before
 * admits nobody, with their name on it, and opened by them alone. Returns the key that opens it.
 */
export async function acceptOffer(
  tx: Tx,
  ticket: LockedTicket,
  transfer: LockedTransfer,
  { holder, owner }: { holder: string; owner: CartOwner },
): Promise<string> {
  const ownerKey = newSecret('tbt_')
  const serial = ticket.serial + 1
  await tx.ticket.update({
    where: { id: ticket.id },
    data: {
      ...{ serial, holder, ownerKey, ownerEmail: transfer.toEmail },
      ownerUserId: 'userId' in owner ? owner.userId : null,
      ownerGuestId: 'guestId' in owner ? owner.guestId : null,
    },
  })
  await tx.ticketTransfer.update({
    where: { id: transfer.id },
    data: { status: 'accepted', serialAfter: serial, endedAt: new Date() },
  })
  return ownerKey
}

/** Ends an open offer without the ticket changing hands. */
export async function endOffer(
  tx: Tx,
  transferId: string,
  status: Extract<TransferStatus, 'taken_back' | 'ended'>,
): Promise<void> {
  await tx.ticketTransfer.update({ where: { id: transferId }, data: { status, endedAt: new Date() } })
}

/** Of tickets that were passed on, the transfer that made each whose it is. */
export async function findLastAccepted(tx: Tx, ticketIds: string[]): Promise<string[]> {
  const rows = await tx.ticketTransfer.findMany({
    where: { ticketId: { in: ticketIds }, status: 'accepted' },
    orderBy: { serialAfter: 'desc' },
    distinct: ['ticketId'],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
