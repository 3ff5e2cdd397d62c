'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import type { Seats } from '@/components/seats/use-seats'
import type { BestWish } from '@/lib/seat-map/best'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import type { Sale } from '../to-sale'
import type { SeatChoice } from './use-seat-choice'

type Found = { wish: BestWish; proposals: number[][]; at: number }

export type Proposals = {
  /** Empty while nothing is proposed. */
  list: number[][]
  /** The one that is looked at. */
  at: number
  isHolding: boolean
  /** All their seats, for the map; null while nothing is proposed. The same set until they change. */
  seats: ReadonlySet<number> | null
  find(wish: BestWish): Promise<void>
  look(at: number): void
  hold(): Promise<void>
  clear(): void
}

/** Choices of seats to compare before one is held. Those that somebody else takes meanwhile are found anew. */
export function useProposals(
  sale: Sale,
  { map, feed }: LiveSeatsHandle,
  seats: Seats,
  choice: SeatChoice,
): Proposals {
  const [found, setFound] = useState<Found | null>(null)
  const [isHolding, setHolding] = useState(false)
  const { store } = seats
  const search = useCallback(
    async (wish: BestWish) => {
      const { proposeSeats } = await import('@/lib/seat-map/proposals')
      const states = feed?.getStates()
      if (!map || !states) return []
      const amounts = sale.prices.map(({ ticketTypes: [first] }) => first?.price.amount)
      return proposeSeats(map, states, wish, amounts)
    },
    [map, feed, sale],
  )
  const clear = useCallback(() => setFound(null), [])

  useEffect(() => {
    if (!found || isHolding) return
    return feed?.onSeats(async (states) => {
      if (found.proposals.flat().every((seat) => states[seat] === SEAT_STATE.free)) return
      const proposals = await search(found.wish)
      const at = Math.min(found.at, proposals.length - 1)
      setFound(proposals.length > 0 ? { ...found, proposals, at } : null)
    })
  }, [found, isHolding, feed, search])

  const list = found?.proposals ?? NONE
  const at = found?.at ?? 0
  return {
    ...{ list, at, isHolding, clear },
    seats: useMemo(() => (list.length > 0 ? new Set(list.flat()) : null), [list]),
    async find(wish) {
      const proposals = await search(wish)
      const [first] = proposals
      if (!first) return store.dispatch({ type: 'noticed', notice: { kind: 'not_together' } })
      store.dispatch({ type: 'noticed', notice: null })
      setFound({ wish, proposals, at: 0 })
      choice.show(first)
    },
    look(next) {
      setFound((before) => before && { ...before, at: next })
      choice.show(list[next] ?? [])
    },
    async hold() {
      setHolding(true)
      const isHeld = await store.holdTogether(list[at] ?? [])
      setHolding(false)
      if (isHeld) clear()
    },
  }
}

const NONE: number[][] = []
