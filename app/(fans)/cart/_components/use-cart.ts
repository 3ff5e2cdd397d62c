'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useState } from 'react'
import { type CartNotice, type CartState, nextCart } from '@/components/cart/cart-state'
import { glanceAt, noteCart, watchOtherTabs } from '@/components/cart/cart-store'
import type { SeatActions, SeatRefusal } from '@/components/seats/types'
import type { CartHold, CartView, HeldSeat } from '@/lib/reservations/types'

type Options = {
  start: { cart: CartView; now: Date }
  changeSeats: SeatActions['changeSeats']
  /** Seats were given back as asked. */
  onReleased(hold: CartHold, seats: HeldSeat[]): void
}

export type Cart = {
  state: CartState
  isBusy: boolean
  release(hold: CartHold, seats: HeldSeat[]): void
  holdAgain(hold: CartHold, seats: HeldSeat[]): void
  end(performanceId: string): void
}

/** The cart page's doings: gives back, holds again, and keeps up with other tabs and the clock. */
export function useCart({ start, changeSeats, onReleased }: Options): Cart {
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

  const change = async (wish: Parameters<typeof changeSeats>[0]): Promise<boolean> => {
    setCalls((count) => count + 1)
    const answer = await changeSeats(wish).catch(() => null)
    setCalls((count) => count - 1)
    if (!answer?.ok) {
      dispatch({ type: 'failed', notice: { kind: answer ? 'failed' : 'unreachable' } })
      return false
    }
    const { cart, now, refusal } = answer.value
    dispatch({ type: 'taken', cart, now, notice: refusal && toNotice(refusal) })
    return true
  }
  return {
    state,
    isBusy: calls > 0,
    async release(hold, seats) {
      const { performanceId } = hold
      const release = seats.map(({ label }) => label)
      if (await change({ performanceId, hold: [], release, together: false })) onReleased(hold, seats)
    },
    holdAgain({ performanceId }, seats) {
      const hold = seats.map(({ label, ticketType }) => ({ label, ticketType: ticketType.id }))
      change({ performanceId, hold, release: [], together: false })
    },
    end(performanceId) {
      dispatch({ type: 'ended', performanceId })
      router.refresh()
    },
  }
}

function toNotice({ code, seats }: SeatRefusal): CartNotice {
  if (code === 'seats_taken') return { kind: 'taken', count: seats.length }
  return { kind: code === 'seat_limit' ? 'limit' : 'failed' }
}
