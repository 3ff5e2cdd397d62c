import { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'

/** Stands where an email was that nothing needs any more. */
const NOBODY = 'deleted@deleted.invalid'

/**
 * Takes out of an account's orders what neither the law nor a night to come needs: email and address, where every
 * performance is over or the order never came to tickets. Names, seats and money stay, as a receipt does. What has to
 * wait for its night goes by `forgetGone`.
 */
export async function forgetPerson(tx: Tx, userId: string): Promise<void> {
  await forgetOrders(tx, Prisma.sql`o.user_id = ${userId}::uuid`)
  await tx.ticket.updateMany({ where: { ownerUserId: userId }, data: { ownerEmail: null } })
}

/** The same for what accounts that are deleted left, once its night is over. Returns how many orders that were. */
export function forgetGone(tx: Tx): Promise<number> {
  return forgetOrders(
    tx,
    Prisma.sql`o.user_id IN (SELECT id FROM "user" WHERE deleted_at IS NOT NULL) AND o.email <> ${NOBODY}`,
  )
}

async function forgetOrders(tx: Tx, whose: Prisma.Sql): Promise<number> {
  const over = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "order" o
    WHERE ${whose} AND o.status NOT IN ('pending', 'authorized') AND (o.status = 'cancelled' OR NOT EXISTS (
      SELECT 1 FROM order_line l JOIN performance p ON p.id = l.performance_id
      WHERE l.order_id = o.id AND p.starts_at > clock_timestamp() - interval '1 day'))`
  const ids = over.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.$executeRaw`
    UPDATE ticket_transfer t SET from_email = ${NOBODY} FROM ticket k JOIN "order" o ON o.id = k.order_id
    WHERE k.id = t.ticket_id AND o.id = ANY (${ids}::uuid[]) AND lower(t.from_email) = lower(o.email)`
  await tx.$executeRaw`
    UPDATE "order" SET email = ${NOBODY}, address = NULL WHERE id = ANY (${ids}::uuid[])`
  await tx.promoUse.updateMany({ where: { orderId: { in: ids } }, data: { email: NOBODY } })
  return ids.length
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
