import type { Tx } from '@/lib/platform/transaction'
import { findPromos, type PromoQuestion } from './queries'
import type { NewPromoCode } from './schema'
import type { PromoFacts } from './types'

/** Keeps a code in a cart, as typed; null takes it out. */
export async function setCartCode(tx: Tx, cartId: string, code: string | null): Promise<void> {
  await tx.cart.updateMany({ where: { id: cartId }, data: { promoCode: code } })
}

/** The code in a cart. The caller holds the cart's lock. */
export async function readCartCode(tx: Tx, cartId: string): Promise<string | null> {
  const cart = await tx.cart.findUnique({ where: { id: cartId }, select: { promoCode: true } })
  return cart?.promoCode ?? null
}

/**
 * The codes of one name, locked until the transaction ends: what is decided of their uses holds then. Locked last, after
 * cart, orders and seats, by id.
 */
export async function lockPromos(tx: Tx, question: PromoQuestion): Promise<PromoFacts[]> {
  await tx.$queryRaw`
    SELECT id FROM promo_code WHERE code = ${question.code}
      AND organizer_id = ANY (${question.organizerIds}::uuid[]) ORDER BY id FOR UPDATE`
  return findPromos(question, tx)
}

/**
 * An order uses codes. Counted where the limit allows it, by the statement and by the table's CHECK; throws otherwise:
 * the caller holds the codes' locks and has looked.
 */
export async function takePromos(
  tx: Tx,
  { orderId, promoIds, email }: { orderId: string; promoIds: string[]; email: string },
): Promise<void> {
  if (promoIds.length === 0) return
  const counted = await tx.$executeRaw`
    UPDATE promo_code SET used_count = used_count + 1
    WHERE id = ANY (${promoIds}::uuid[]) AND (max_uses IS NULL OR used_count < max_uses)`
  if (counted < promoIds.length) throw new Error(`order ${orderId}: a promo code is used up`)
  await tx.promoUse.createMany({ data: promoIds.map((promoCodeId) => ({ orderId, promoCodeId, email })) })
}

/** A cancelled order gives back the codes it used, once. The caller holds the order's lock. */
export async function returnPromos(tx: Tx, orderId: string): Promise<void> {
  await tx.$executeRaw`
    WITH returned AS (
      UPDATE promo_use SET returned_at = clock_timestamp()
      WHERE order_id = ${orderId}::uuid AND returned_at IS NULL RETURNING promo_code_id
    )
    UPDATE promo_code c SET used_count = c.used_count - 1 FROM returned r WHERE c.id = r.promo_code_id`
}

/** Adds a code. Null where the organizer has one of that name. */
export async function insertPromo(tx: Tx, organizerId: string, promo: NewPromoCode): Promise<string | null> {
  const [row] = await tx.promoCode.createManyAndReturn({
    data: [{ organizerId, ...promo }],
    select: { id: true },
    skipDuplicates: true,
  })
  return row?.id ?? null
}

/** Ends a code of an organizer; orders that used it stay as they are. False where there is none. */
export async function archivePromo(tx: Tx, organizerId: string, promoCodeId: string): Promise<boolean> {
  const { count } = await tx.promoCode.updateMany({
    where: { id: promoCodeId, organizerId, archivedAt: null },
    data: { archivedAt: new Date() },
  })
  return count > 0
}
