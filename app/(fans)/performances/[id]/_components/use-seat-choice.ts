'use client'

import { useLocale } from 'next-intl'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { SeatMapHandle } from '@/components/seat-map/seat-map'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import { roomLeft } from '@/components/seats/seats-state'
import type { Seats } from '@/components/seats/use-seats'
import { formatMoney } from '@/lib/platform/money'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import type { Prices } from './use-prices'

type Options = {
  seats: Seats
  prices: Prices
  live: LiveSeatsHandle
  handle: RefObject<SeatMapHandle | null>
  isOpen: boolean
  canShow: boolean
}

export type SeatChoice = {
  isOpen: boolean
  /** False while every seat is taken; true where nobody knows yet. */
  hasFree: boolean
  /** `isRun`: all free seats of the row from the one chosen before. */
  onToggle(index: number, isRun: boolean): void
  /** A seat that somebody else has: says so, and offers the nearest free one. */
  onUnavailable(index: number): void
  /** All-in: as held, or as a click would hold it. The same function until a price changes. */
  priceLabel(index: number): string | undefined
  /** False where the list stands instead of the map. */
  canShow: boolean
  /** Brings seats into view on the map and points them out. */
  show(indexes: readonly number[]): void
}

/** What choosing on the map or in the list leads to. */
export function useSeatChoice({ seats, prices, live, handle, isOpen, canShow }: Options): SeatChoice {
  const { store, state } = seats
  const { map, feed } = live
  const hasFree = useSyncExternalStore(
    useCallback((listener) => feed?.onSeats(listener) ?? (() => {}), [feed]),
    () => feed?.getStates()?.includes(SEAT_STATE.free) ?? true,
    () => true,
  )
  const locale = useLocale()
  const priceLabel = useMemo(() => {
    const held = new Map(state.hold?.seats.map(({ index, price }) => [index, price]))
    return (index: number) => {
      const price = held.get(index)
      return price ? formatMoney(price, locale, { short: true }) : prices.ofSeat(index)
    }
  }, [state.hold, prices, locale])
  const notice = state.notice
  useEffect(() => {
    if (notice?.kind === 'taken' || notice?.kind === 'lost') handle.current?.flash(notice.seats)
  }, [notice, handle])

  const lastChosen = useRef(-1)

  return useMemo(
    () => ({
      ...{ isOpen, canShow, hasFree, priceLabel },
      async onToggle(index, isRun) {
        const from = lastChosen.current
        lastChosen.current = index
        const states = feed?.getStates()
        if (!isRun || from < 0 || !map || !states || store.getState().mine.has(index))
          return store.toggle(index)
        const { runBetween } = await import('@/lib/seat-map/seat-run')
        const { mine } = store.getState()
        const room = roomLeft(store.getState())
        const run = runBetween(map, states, from, index, room).filter((seat) => !mine.has(seat))
        // One more than can be held says why it is not.
        for (const seat of run.length > 0 ? run : [index]) store.toggle(seat)
      },
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
        handle.current?.flash(indexes, 'meant')
      },
    }),
    [isOpen, canShow, hasFree, priceLabel, store, map, feed, handle],
  )
}
