import type { PromoFacts, PromoOutcome, PromoRefusal, PromoSeat } from './types'

/** A code as people type it, in whatever case and with blanks around it. */
export function normalizeCode(typed: string): string {
  return typed.normalize('NFC').trim().toUpperCase().slice(0, 40)
}

/**
 * What the codes of one name (an organizer has it once at most) take off these seats at `now`. Each acts on the seats of
 * its organizer, or event; one of them is enough for the code to be used.
 */
export function decidePromo(
  promos: readonly PromoFacts[],
  seats: readonly PromoSeat[],
  now: Date,
): PromoOutcome {
  const off = seats.map(() => 0)
  const promoIds: string[] = []
  let refused: { refusal: PromoRefusal; minimumAmount: number | null } | null = null
  for (const promo of promos) {
    const places = seats.flatMap((seat, place) => (isFor(promo, seat) ? [place] : []))
    const own = places.map((place) => seats[place] as PromoSeat)
    const refusal = findRefusal(promo, own, now)
    if (refusal) {
      if (!refused || refused.refusal === 'unknown') refused = { refusal, minimumAmount: promo.minimumAmount }
      continue
    }
    promoIds.push(promo.id)
    const amounts = own.map((seat) => seat.amount)
    takeOff(promo, amounts).forEach((amount, i) => {
      off[places[i] as number] = amount
    })
  }
  if (promoIds.length > 0) return { isUsed: true, promoIds, off }
  return { isUsed: false, promoIds: [], off, ...(refused ?? { refusal: 'unknown', minimumAmount: null }) }
}

function isFor({ organizerId, eventId }: PromoFacts, seat: PromoSeat): boolean {
  return seat.organizerId === organizerId && (eventId === null || seat.eventId === eventId)
}

function findRefusal(promo: PromoFacts, own: PromoSeat[], now: Date): PromoRefusal | null {
  const { startsAt, endsAt, archivedAt, maxUses, maxPerCustomer, usedCount, usedByCustomer } = promo
  if (own.length === 0 || (startsAt && startsAt > now)) return 'unknown'
  if (archivedAt || (endsAt && endsAt <= now)) return 'ended'
  if (maxUses !== null && usedCount >= maxUses) return 'used_up'
  if (maxPerCustomer !== null && usedByCustomer >= maxPerCustomer) return 'used_by_you'
  if (promo.currency !== null && own.some((seat) => seat.currency !== promo.currency)) return 'other_currency'
  const sum = own.reduce((total, seat) => total + seat.amount, 0)
  return promo.minimumAmount !== null && sum < promo.minimumAmount ? 'below_minimum' : null
}

/** What comes off each of these prices; never more than the price. */
function takeOff({ scope, percentOff, amountOff }: PromoFacts, amounts: number[]): number[] {
  if (scope === 'ticket') {
    return amounts.map((amount) =>
      percentOff === null ? Math.min(amount, amountOff ?? 0) : Math.round((amount * percentOff) / 100),
    )
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const whole = percentOff === null ? Math.min(sum, amountOff ?? 0) : Math.round((sum * percentOff) / 100)
  return shareOut(whole, amounts)
}

/**
 * Shares `whole` out in proportion to `weights`, in whole units that add up to it exactly: what is left after rounding
 * down goes to the largest remainders. With `whole` at most their sum no share exceeds its weight.
 */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((total, share) => total + share, 0)
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.place - other.place)
  for (const { place } of byRemainder.slice(0, left)) shares[place] = (shares[place] as number) + 1
  return shares
}

/** Over for good, so that the cart forgets it: the rest may still come true. */
export function isOver(refusal: PromoRefusal): boolean {
  return refusal === 'ended' || refusal === 'used_up' || refusal === 'used_by_you'
}

/**
 * What is waived of seats that cost `amounts` after any code. No card can be charged less than `smallestAmount`: where
 * they come to less together, that rest is waived, and they cost nothing. A letter's fee is not asked either where it
 * would be all that is left and too little. All minor units of one currency.
 */
export function waiveRest({
  amounts,
  feeAmount = 0,
  smallestAmount,
}: {
  amounts: readonly number[]
  feeAmount?: number
  smallestAmount: number
}): { waived: number[]; feeAmount: number } {
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (sum >= smallestAmount) return { waived: amounts.map(() => 0), feeAmount }
  return { waived: [...amounts], feeAmount: feeAmount < smallestAmount ? 0 : feeAmount }
}
