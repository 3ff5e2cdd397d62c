import { isId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { archivePromo } from '@/lib/reservations/promos/store'

/** Ends a promo code for everybody who has not used it yet; orders that did keep their price. */
export async function archivePromoCode({
  organizerId,
  promoCodeId,
}: {
  organizerId: string
  promoCodeId: string
}): Promise<Result<null, 'not_found'>> {
  if (!isId(promoCodeId)) return refuse('not_found')
  const isArchived = await inTransaction((tx) => archivePromo(tx, organizerId, promoCodeId))
  return isArchived ? ok(null) : refuse('not_found')
}
