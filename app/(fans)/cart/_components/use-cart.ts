'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useState } from 'react'
import { type CartNotice, type CartState, nextCart } from '@/components/cart/cart-state'
import { glanceAt, noteCart, watchOtherTabs } from '@/components/cart/cart-store'
import type { ActionAnswer, SeatActions, SeatRefusal } from '@/components/seats/types'
import type { CartHold, CartOffer, CartView, HeldSeat } from '@/lib/reservations/types'

type Options = {
  start: { cart: CartView; now: Date }
  actions: SeatActions
  /** What comes off depends on all that is held: the page is asked again whenever that changes. */
  isDiscounted: boolean
  /** Seats were given back as asked. */
  onReleased(hold: CartHold, seats: HeldSeat[]): void
}

export type Cart = {
  state: CartState
  isBusy: boolean
  release(hold: CartHold, seats: HeldSeat[]): void
  holdAgain(hold: CartHold, seats: HeldSeat[]): void
  end(performanceId: string): void
  answerOffer(offer: CartOffer, keep: boolean): void
  endOffer(offer: CartOffer): void
  /** Resolves to whether the hold lasts longer now. */
  extend(hold: CartHold): Promise<boolean>
}

/** The cart page's doings: gives back, holds again, and keeps up with other tabs and the clock. */
export function useCart({ start, actions, isDiscounted, onReleased }: Options): Cart {
  const router = useRouter()
  const [state, dispatch] = useReducer(nextCart, { ...start, ended: [], notice: null })
  const [calls, setCalls] = useState(0)

  useEffect(() => dispatch({ type: 'taken', ...start, notice: null }), [start])
  useEffect(() => noteCart(glanceAt(state.cart, state.now)), [state.cart, state.now])
  useEffect(() => watchOtherTabs(() => router.refresh()), [router])
  useEffect(() => {
    const onWake = () => document.visibilityState === 'visible' && router.refresh()
    document.addEventListener('visibilitychange', onWake)
    return () => document.removeEventListener('visibilitychange', onWake)
  }, [router])

  /** `asked`: the seats that were to be held, so that those lost can be named. */
  const ask = async (call: () => Promise<ActionAnswer>, asked: HeldSeat[] = []): Promise<boolean> => {
    setCalls((count) => count + 1)
    const answer = await call().catch(() => null)
    setCalls((count) => count - 1)
    if (!answer?.ok) {
      dispatch({ type: 'failed', notice: { kind: answer ? 'failed' : 'unreachable' } })
      return false
    }
    const { cart, now, refusal } = answer.value
    dispatch({ type: 'taken', cart, now, notice: refusal && toNotice(refusal, asked, cart) })
    if (isDiscounted) router.refresh()
    return !refusal
  }
  return {
    state,
    isBusy: calls > 0,
    async release(hold, seats) {
      const { performanceId } = hold
      const release = seats.map(({ label }) => label)
      const wish = { performanceId, hold: [], release, together: false }
      if (await ask(() => actions.changeSeats(wish))) onReleased(hold, seats)
    },
    holdAgain({ performanceId }, seats) {
      const hold = seats.map(({ label, ticketType }) => ({ label, ticketType: ticketType.id }))
      ask(() => actions.changeSeats({ performanceId, hold, release: [], together: false }), seats)
    },
    end(performanceId) {
      dispatch({ type: 'ended', performanceId })
      router.refresh()
    },
    answerOffer({ id: offerId, performanceId }, keep) {
      ask(() => actions.answerOffer({ performanceId, offerId, keep }))
    },
    endOffer({ id: offerId }) {
      dispatch({ type: 'offer_ended', offerId })
      router.refresh()
    },
    extend: ({ performanceId }) => ask(() => actions.extendHold({ performanceId })),
  }
}

function toNotice({ code, seats }: SeatRefusal, asked: HeldSeat[], cart: CartView): CartNotice | null {
  switch (code) {
    case 'seats_taken':
      return {
        kind: 'taken',
        seats: asked.filter(({ label }) => seats.includes(label)),
        isOffered: cart.offers.length > 0,
      }
    case 'seat_limit':
      return { kind: 'limit' }
    case 'offer_ended':
      return { kind: 'offer_ended' }
    case 'already_extended':
    case 'hold_ended':
      return null
    default:
      return { kind: 'failed' }
  }
}
