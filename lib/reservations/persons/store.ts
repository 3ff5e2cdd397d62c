import type { Tx } from '@/lib/platform/transaction'

/**
 * Takes out of an account's orders what neither the law nor a night to come needs: email and address, where every
 * performance is over or the order never came to tickets. Names, seats and money stay, as a receipt does.
 */
export async function forgetPerson(tx: Tx, userId: string): Promise<void> {
  const over = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "order" o
    WHERE o.user_id = ${userId}::uuid AND (o.status = 'cancelled' OR NOT EXISTS (
      SELECT 1 FROM order_line l JOIN performance p ON p.id = l.performance_id
      WHERE l.order_id = o.id AND p.starts_at > clock_timestamp() - interval '1 day'))
      AND o.status NOT IN ('pending', 'authorized')`
  const ids = over.map(({ id }) => id)
  const email = 'deleted@deleted.invalid'
  await tx.$executeRaw`
    UPDATE "order" SET email = ${email}, address = NULL WHERE id = ANY (${ids}::uuid[])`
  await tx.promoUse.updateMany({ where: { orderId: { in: ids } }, data: { email } })
  await tx.ticket.updateMany({ where: { ownerUserId: userId }, data: { ownerEmail: null } })
}

/**
 * Gives the orders that guests placed with an email, and that came to tickets, to the account it was verified for. What
 * a guest may do with them by their link or cookie stays. Repeating it changes nothing.
 */
export async function joinOrders(
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "order" SET user_id = ${userId}::uuid
    WHERE user_id IS NULL AND lower(email) = lower(${email})
      AND status IN ('confirmed', 'paid', 'partially_refunded', 'refunded')`
}

/** The same with places in waiting lists that were asked for with the email. */
export async function joinEntries(
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await tx.waitingEntry.updateMany({
    where: { userId: null, email: { equals: email, mode: 'insensitive' } },
    data: { userId },
  })
}
