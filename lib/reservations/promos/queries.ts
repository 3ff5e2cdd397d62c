import { prisma } from '@/lib/platform/db'
import type { PromoFacts } from './types'

/** Whose a performance is, for codes: by performance id. */
export async function findPromoOwners(
  performanceIds: readonly string[],
): Promise<Map<string, { organizerId: string; eventId: string }>> {
  const rows = await prisma.performance.findMany({
    where: { id: { in: [...new Set(performanceIds)] } },
    select: { id: true, eventId: true, event: { select: { organizerId: true } } },
  })
  return new Map(rows.map((row) => [row.id, { organizerId: row.event.organizerId, eventId: row.eventId }]))
}

/** The code in a cart; null where there is none. */
export async function findCartCode(cartId: string): Promise<string | null> {
  const cart = await prisma.cart.findUnique({ where: { id: cartId }, select: { promoCode: true } })
  return cart?.promoCode ?? null
}

/** The codes of one name at these organizers, as they stand at this moment for a cart and a customer (null: unknown). */
export function findPromos(by: PromoQuestion, db: Reader = prisma): Promise<PromoFacts[]> {
  return db.$queryRaw<PromoFacts[]>`
    SELECT c.id, c.organizer_id AS "organizerId", c.event_id AS "eventId", c.code, c.scope::text AS scope,
      c.percent_off AS "percentOff", c.amount_off AS "amountOff", c.currency, c.minimum_amount AS "minimumAmount",
      c.max_uses AS "maxUses", c.max_per_customer AS "maxPerCustomer",
      c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.archived_at AS "archivedAt",
      (c.used_count - own.uses)::int AS "usedCount",
      (CASE WHEN ${by.email}::text IS NULL THEN 0 ELSE (
        SELECT count(*) FROM promo_use u JOIN "order" o ON o.id = u.order_id
        WHERE u.promo_code_id = c.id AND u.returned_at IS NULL AND u.email = ${by.email}
          AND NOT (o.cart_id IS NOT DISTINCT FROM ${by.cartId}::uuid AND o.status IN ('pending', 'authorized'))
      ) END)::int AS "usedByCustomer"
    FROM promo_code c
    CROSS JOIN LATERAL (
      SELECT count(*) AS uses FROM promo_use u JOIN "order" o ON o.id = u.order_id
      WHERE u.promo_code_id = c.id AND u.returned_at IS NULL
        AND o.cart_id = ${by.cartId}::uuid AND o.status IN ('pending', 'authorized')
    ) own
    WHERE c.code = ${by.code} AND c.organizer_id = ANY (${by.organizerIds}::uuid[])
    ORDER BY c.id`
}

/** The pool, or a transaction that holds the codes' locks. */
type Reader = Pick<typeof prisma, '$queryRaw'>

export type PromoQuestion = { cartId: string; code: string; organizerIds: string[]; email: string | null }
