import { normalizeEmail } from '@/lib/accounts/users/rules'
import { smallestCharge } from '@/lib/commerce/payments/rules'
import type { Tx } from '@/lib/platform/transaction'
import type { DrawnSeat } from '@/lib/reservations/orders/types'
import { decidePromo, isOver, waiveRest } from '@/lib/reservations/promos/rules'
import { lockPromos, readCartCode } from '@/lib/reservations/promos/store'
import type { PromoOutcome } from '@/lib/reservations/promos/types'

export type Discounted = {
  /** With what comes off each: the code's part and the rest that is waived. */
  seats: DrawnSeat[]
  promoIds: string[]
  /** Minor units, as those below. */
  waivedAmount: number
  postageAmount: number
  /** The cart's code did take something off, and will not any more. */
  isOver: boolean
}

/**
 * The seats of one currency at what the cart's code makes of them, locked until the transaction ends; a rest that no card
 * can be charged is waived. `refusedAmount` (0 for none): what Stripe said is too little, whatever its table says.
 */
export async function discountSeats(
  tx: Tx,
  cart: {
    cartId: string
    seats: DrawnSeat[]
    email: string
    postageAmount: number
    refusedAmount: number
  },
): Promise<Discounted> {
  const { seats, postageAmount: feeAmount } = cart
  const outcome = await decideCode(tx, cart)
  const off = seats.map((_, place) => outcome?.off[place] ?? 0)
  const smallestAmount = Math.max(smallestCharge(seats[0]?.currency ?? ''), cart.refusedAmount + 1)
  const amounts = seats.map((seat, place) => priceNow(seat) - (off[place] as number))
  const rest = waiveRest({ amounts, feeAmount, smallestAmount })
  return {
    seats: seats.map((seat, place) => ({
      ...seat,
      discountAmount: (off[place] as number) + (rest.waived[place] as number),
    })),
    promoIds: outcome?.promoIds ?? [],
    waivedAmount: rest.waived.reduce((sum, amount) => sum + amount, 0),
    postageAmount: rest.feeAmount,
    isOver: outcome !== null && !outcome.isUsed && isOver(outcome.refusal),
  }
}

async function decideCode(
  tx: Tx,
  { cartId, seats, email }: { cartId: string; seats: DrawnSeat[]; email: string },
): Promise<PromoOutcome | null> {
  const code = await readCartCode(tx, cartId)
  if (!code) return null
  const organizerIds = [...new Set(seats.map((seat) => seat.organizerId))]
  const promos = await lockPromos(tx, { cartId, code, organizerIds, email: normalizeEmail(email) })
  const asked = seats.map((seat) => ({ ...seat, amount: priceNow(seat) }))
  return decidePromo(promos, asked, new Date())
}

function priceNow({ currentAmount, priceAmount }: DrawnSeat): number {
  return currentAmount ?? priceAmount
}
