'use client'

import { type RefObject, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SeatMapHandle } from '@/components/seat-map/seat-map'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import type { Seats } from '@/components/seats/use-seats'
import { SEAT_STATE } from '@/lib/seat-map/plan'

type Options = {
  seats: Seats
  live: LiveSeatsHandle
  handle: RefObject<SeatMapHandle | null>
  isOpen: boolean
}

export type SeatChoice = {
  isOpen: boolean
  /** False while every seat is taken; true where nobody knows yet. */
  hasFree: boolean
  onToggle(index: number): void
  /** A seat that somebody else has: says so, and offers the nearest free one. */
  onUnavailable(index: number): void
  /** Brings seats into view and points them out. */
  show(indexes: readonly number[]): void
}

/** What choosing on the map or in the list leads to. */
export function useSeatChoice({ seats, live, handle, isOpen }: Options): SeatChoice {
  const { store, state } = seats
  const { map, feed } = live
  const hasFree = useSyncExternalStore(
    useCallback((listener) => feed?.onSeats(listener) ?? (() => {}), [feed]),
    () => feed?.getStates()?.includes(SEAT_STATE.free) ?? true,
    () => true,
  )
  const notice = state.notice
  useEffect(() => {
    if (notice?.kind === 'taken') handle.current?.flash(notice.seats)
  }, [notice, handle])

  return useMemo(
    () => ({
      ...{ isOpen, hasFree },
      onToggle: (index) => store.toggle(index),
      async onUnavailable(index) {
        const states = feed?.getStates()
        if (!map || !states) return
        const { nearestBlock } = await import('@/lib/seat-map/best')
        const alternatives = nearestBlock(map, states, [index])
        store.dispatch({ type: 'noticed', notice: { kind: 'taken', seats: [index], alternatives } })
      },
      show(indexes) {
        const middle = indexes[indexes.length >> 1]
        if (middle === undefined) return
        handle.current?.showSeat(middle)
        handle.current?.flash(indexes)
      },
    }),
    [isOpen, hasFree, store, map, feed, handle],
  )
}
