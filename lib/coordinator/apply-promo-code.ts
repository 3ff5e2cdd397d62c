import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { findCartId } from '@/lib/reservations/carts/queries'
import { normalizeCode } from '@/lib/reservations/promos/rules'
import { setCartCode } from '@/lib/reservations/promos/store'
import type { PromoRefusal } from '@/lib/reservations/promos/types'
import type { CartOwner } from '@/lib/reservations/types'
import { viewCart } from './view-cart'
import { minimumOf, tryPromo } from './view-promo'

export type PromoAnswer = {
  refusal: PromoRefusal | null
  minimum: { amount: number; currency: string } | null
}

/**
 * Puts a code into the owner's cart where it takes something off what they hold, in `currency` where one is named, and
 * says why not otherwise; an empty one takes out the one that is there. Guessing is limited by cart and by address:
 * `rate_limited`.
 */
export async function applyPromoCode({
  owner,
  typed,
  currency,
  email,
  address,
}: {
  owner: CartOwner
  typed: string
  currency?: string
  email: string | null
  /** Where the request came from (`addressOf`). */
  address: string
}): Promise<Result<PromoAnswer, 'cart_empty' | 'rate_limited'>> {
  const cartId = await findCartId(owner)
  if (!cartId) return refuse('cart_empty')
  const code = normalizeCode(typed)
  if (code === '') {
    await inTransaction((tx) => setCartCode(tx, cartId, null))
    return ok({ refusal: null, minimum: null })
  }
  const counted = await countAgainst([
    { name: 'promo', parts: [cartId], limit: 10, windowSeconds: 600 },
    { name: 'promo-address', parts: [address], limit: 60, windowSeconds: 600 },
  ])
  if (!counted.ok) return counted
  const answer = await tryEach({ owner, cartId, code, email, currency })
  if (!answer.refusal) await inTransaction((tx) => setCartCode(tx, cartId, code))
  return ok(answer)
}

/** A code is tried on the seats of each currency by itself: one that takes it is enough. Else the reason that says most. */
async function tryEach(by: {
  owner: CartOwner
  cartId: string
  code: string
  email: string | null
  currency: string | undefined
}): Promise<PromoAnswer> {
  const { holds } = await viewCart(by.owner)
  const groups = Map.groupBy(holds, (hold) => hold.seats[0]?.price.currency ?? '')
  let said: PromoAnswer = { refusal: 'unknown', minimum: null }
  for (const [currency, own] of groups) {
    if (by.currency && by.currency !== currency) continue
    const { outcome } = await tryPromo({ ...by, holds: own })
    if (outcome.isUsed) return { refusal: null, minimum: null }
    const { refusal } = outcome
    if (said.refusal === 'unknown') said = { refusal, minimum: minimumOf(outcome, currency) }
  }
  return said
}
