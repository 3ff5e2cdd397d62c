import { normalizeEmail } from '@/lib/accounts/users/rules'
import { findCartId } from '@/lib/reservations/carts/queries'
import { findCartCode, findPromoOwners, findPromos } from '@/lib/reservations/promos/queries'
import { decidePromo } from '@/lib/reservations/promos/rules'
import type { PromoOutcome, PromoSeat, PromoView } from '@/lib/reservations/promos/types'
import type { CartHold, CartOwner } from '@/lib/reservations/types'

/**
 * What the code in the owner's cart takes off these holds, all of one currency, at this moment; null without a code.
 * `email` is the customer's where it is known: a code may be theirs once only. Checking out decides it anew.
 */
export async function viewPromo({
  owner,
  holds,
  email,
}: {
  owner: CartOwner
  holds: CartHold[]
  email: string | null
}): Promise<PromoView | null> {
  const cartId = await findCartId(owner)
  const code = cartId && (await findCartCode(cartId))
  if (!code) return null
  const { seats, outcome } = await tryPromo({ cartId, code, holds, email })
  const currency = seats[0]?.currency ?? ''
  const refusal = outcome.isUsed ? null : outcome.refusal
  const minimum = outcome.isUsed ? null : outcome.minimumAmount
  return {
    ...{ code, refusal },
    off: Object.fromEntries(
      seats.map((seat, i) => [`${seat.performanceId}/${seat.label}`, outcome.off[i] ?? 0]),
    ),
    total: { amount: outcome.off.reduce((sum, amount) => sum + amount, 0), currency },
    minimum: refusal === 'below_minimum' && minimum !== null ? { amount: minimum, currency } : null,
  }
}

/** What a code would take off these holds. */
export async function tryPromo({
  cartId,
  code,
  holds,
  email,
}: {
  cartId: string
  code: string
  holds: CartHold[]
  email: string | null
}): Promise<{ seats: PromoSeat[]; outcome: PromoOutcome }> {
  const owners = await findPromoOwners(holds.map((hold) => hold.performanceId))
  const seats = holds.flatMap(({ performanceId, seats: held }) =>
    held.flatMap((seat): PromoSeat[] => {
      const whose = owners.get(performanceId)
      const { amount, currency } = seat.price
      return whose ? [{ ...whose, performanceId, label: seat.label, currency, amount }] : []
    }),
  )
  const organizerIds = [...new Set(seats.map((seat) => seat.organizerId))]
  const customer = email && normalizeEmail(email)
  const promos = await findPromos({ cartId, code, organizerIds, email: customer })
  return { seats, outcome: decidePromo(promos, seats, new Date()) }
}
