import type { CartOwner } from '@/lib/reservations/types'
import { offerSeats, type WantedSeat } from './offer-seats'
import { viewCart } from './view-cart'

type SeatSomewhere = WantedSeat & { performanceId: string }

/**
 * Of the seats somebody meant to buy, those their cart no longer holds have others offered in their place, performance
 * by performance (`offerSeats`). True where the cart has an offer now.
 */
export async function offerForCart(owner: CartOwner, wanted: SeatSomewhere[]): Promise<boolean> {
  const { holds } = await viewCart(owner)
  const isHeld = ({ performanceId, label }: SeatSomewhere) =>
    holds.some(
      (hold) => hold.performanceId === performanceId && hold.seats.some((seat) => seat.label === label),
    )
  const lost = Map.groupBy(
    wanted.filter((seat) => !isHeld(seat)),
    (seat) => seat.performanceId,
  )
  for (const [performanceId, seats] of lost) await offerSeats({ owner, performanceId, wanted: seats })
  return (await viewCart(owner)).offers.length > 0
}
