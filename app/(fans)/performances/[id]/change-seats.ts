import type { SeatChange, SeatRefusal, SeatsAnswer, SeatWish } from '@/components/seats/types'
import { answerOffer as answer } from '@/lib/coordinator/answer-offer'
import { extendHold as extend } from '@/lib/coordinator/extend-hold'
import { type HoldRefusal, holdSeats } from '@/lib/coordinator/hold-seats'
import { offerSeats } from '@/lib/coordinator/offer-seats'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { viewCart } from '@/lib/coordinator/view-cart'
import type { Refusal } from '@/lib/platform/result'
import type { CartOwner } from '@/lib/reservations/types'

type Where = { owner: CartOwner; performanceId: string }

/**
 * Gives seats back, then holds others: every one that can be had, each click standing for itself, or with `together`
 * all or nothing. The answer has the cart as it is afterwards and, where something was lost, what; the nearest seats like
 * them are then offered in the cart, or else only named.
 */
export async function changeSeats(
  where: Where,
  { release, hold, together }: SeatChange & { together: boolean },
): Promise<SeatsAnswer> {
  for (const label of release) await releaseSeats({ ...where, label })
  const refusals: SeatRefusal[] = []
  const missing: SeatWish[] = []
  for (const [ticketType, seats] of groupByType(hold)) {
    const refusal = await holdWhatCan(where, seats, ticketType, together)
    if (!refusal) continue
    refusals.push(refusal)
    if (refusal.code !== 'seats_taken') continue
    const labels = together ? seats : refusal.seats
    missing.push(...labels.map((label) => ({ label, ticketType })))
  }
  const refusal = mergeRefusals(refusals)
  if (missing.length > 0) await offerSeats({ ...where, wanted: missing, gone: refusal?.seats })
  return answerWith(where.owner, refusal)
}

/** Keeps what is offered, or lets it go. */
export async function answerOffer(
  where: Where,
  wish: { offerId: string; keep: boolean },
): Promise<SeatsAnswer> {
  const isDone = await answer({ ...where, ...wish })
  return answerWith(where.owner, isDone ? null : { code: 'offer_ended', seats: [], alternatives: [] })
}

/** More time, where it can be had. */
export async function extendHold(where: Where): Promise<SeatsAnswer> {
  const outcome = await extend(where)
  const refusal = outcome === 'extended' ? null : { code: outcome, seats: [], alternatives: [] }
  return answerWith(where.owner, refusal)
}

/** Of several the first says why, and all say which. */
function mergeRefusals(refusals: SeatRefusal[]): SeatRefusal | null {
  const [first] = refusals
  if (!first) return null
  const alike = refusals.filter(({ code }) => code === first.code)
  return { ...first, seats: alike.flatMap(({ seats }) => seats) }
}

/** The cart as it stands, beside what was refused. */
async function answerWith(owner: CartOwner, refusal: SeatRefusal | null): Promise<SeatsAnswer> {
  return { cart: await viewCart(owner), now: new Date(), refusal }
}

/** What the page shows of a refusal. */
function toRefusal({ code, seats, alternatives }: Refusal<HoldRefusal>): SeatRefusal {
  const shown = ['seats_taken', 'seat_limit', 'sold_out', 'not_on_sale'] as const
  return {
    code: shown.find((one) => one === code) ?? 'refused',
    seats: seats ?? [],
    alternatives: alternatives ?? [],
  }
}

async function holdWhatCan(
  where: Where,
  seats: string[],
  ticketType: string | undefined,
  together: boolean,
): Promise<SeatRefusal | null> {
  const held = await holdSeats({ ...where, wish: { seats }, ticketType })
  if (held.ok) return null
  const lost = held.code === 'seats_taken' ? (held.seats ?? []) : []
  const rest = seats.filter((label) => !lost.includes(label))
  if (together || rest.length === 0 || rest.length === seats.length) return toRefusal(held)
  const refused = await holdWhatCan(where, rest, ticketType, together)
  if (refused) return { ...refused, seats: [...lost, ...refused.seats] }
  // Asked once more, alone: now the alternatives are for the lost ones, beside what has just been held.
  const again = await holdSeats({ ...where, wish: { seats: lost }, ticketType })
  return again.ok ? null : toRefusal(again)
}

function groupByType(wishes: SeatWish[]): Map<string | undefined, string[]> {
  const groups = new Map<string | undefined, string[]>()
  for (const { label, ticketType } of wishes) {
    groups.set(ticketType, [...(groups.get(ticketType) ?? []), label])
  }
  return groups
}
