import { normalizeEmail } from '@/lib/accounts/users/rules'
import { smallestCharge } from '@/lib/commerce/payments/rules'
import { findCartId } from '@/lib/reservations/carts/queries'
import { findCartCode, findPromoOwners, findPromos } from '@/lib/reservations/promos/queries'
import { decidePromo, waiveRest } from '@/lib/reservations/promos/rules'
import type { DiscountView, PromoOutcome, PromoSeat, PromoView } from '@/lib/reservations/promos/types'
import type { CartHold, CartOwner } from '@/lib/reservations/types'

/**
 * What comes off these holds, all of one currency, at this moment: by the code in the owner's cart, and what is waived
 * because no card can be charged so little. `email` is the customer's where it is known: a code may be theirs once only.
 * Checking out decides it anew.
 */
export async function viewDiscount({
  owner,
  holds,
  email,
}: {
  owner: CartOwner | null
  holds: CartHold[]
  email: string | null
}): Promise<DiscountView> {
  const cartId = owner && (await findCartId(owner))
  const code = cartId && (await findCartCode(cartId))
  const tried = code ? await tryPromo({ cartId, code, holds, email }) : null
  const seats = holds.flatMap(({ performanceId, seats: held }) =>
    held.map(({ label, price }) => ({ key: `${performanceId}/${label}`, price })),
  )
  const currency = seats[0]?.price.currency ?? ''
  const offByCode = new Map(
    tried?.seats.map(({ performanceId, label }, place) => [
      `${performanceId}/${label}`,
      tried.outcome.off[place] ?? 0,
    ]),
  )
  const off = seats.map(({ key }) => offByCode.get(key) ?? 0)
  const amounts = seats.map(({ price }, place) => price.amount - (off[place] as number))
  const { waived } = waiveRest({ amounts, smallestAmount: smallestCharge(currency) })
  const all = seats.map((_, place) => (off[place] as number) + (waived[place] as number))
  const sum = (parts: number[]) => ({ amount: parts.reduce((total, part) => total + part, 0), currency })
  return {
    off: Object.fromEntries(seats.map(({ key }, place) => [key, all[place] as number])),
    ...{ total: sum(all), waived: sum(waived) },
    promo: code && tried ? toView(code, tried.outcome, currency) : null,
  }
}

function toView(code: string, outcome: PromoOutcome, currency: string): PromoView {
  const amount = outcome.off.reduce((sum, part) => sum + part, 0)
  return {
    ...{ code, total: { amount, currency }, seats: outcome.off.filter((part) => part > 0).length },
    refusal: outcome.isUsed ? null : outcome.refusal,
    minimum: minimumOf(outcome, currency),
  }
}

/** What the seats would have to come to, where that is what the code wants of them. */
export function minimumOf(outcome: PromoOutcome, currency: string): PromoView['minimum'] {
  if (outcome.isUsed || outcome.refusal !== 'below_minimum' || outcome.minimumAmount === null) return null
  return { amount: outcome.minimumAmount, currency }
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
