'use client'

import { useRouter } from 'next/navigation'
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { HeldSeat } from '@/lib/reservations/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { glanceAt, noteCart, watchOtherTabs } from '../cart/cart-store'
import type { SeatFeed } from '../seat-map/seat-feed'
import type { SeatsStart, SeatsState } from './seats-state'
import { SeatsStore } from './seats-store'
import type { SeatActions } from './types'

type Options = {
  /** What the server knew when it rendered the page; a new object is news. */
  start: SeatsStart
  map: SeatMap | null
  feed: SeatFeed | null
  actions: SeatActions
  onReleased(seats: HeldSeat[]): void
}

export type Seats = {
  store: SeatsStore
  state: SeatsState
  /** Everything under way, for the map. */
  pending: ReadonlySet<number>
  /** Asks the server for the page again; at most once a second. */
  refresh(): void
}

/** The fan's seats at one performance, kept right: by answers, by the map, by other tabs, and after sleep. */
export function useSeats({ start, map, feed, actions, ...on }: Options): Seats {
  const [store] = useState(() => new SeatsStore(start, actions))
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState)
  const { holding, releasing } = state
  const pending = useMemo(() => new Set([...holding, ...releasing]), [holding, releasing])
  const onReleased = useEffectEvent(on.onReleased)

  useEffect(() => {
    store.onReleased = (seats) => onReleased(seats)
    return () => void store.settle()
  }, [store])
  useEffect(() => store.connect(map, feed), [store, map, feed])
  useEffect(() => store.dispatch({ type: 'synced', cart: start.cart, now: start.now }), [store, start])
  useEffect(() => noteCart(glanceAt(state.cart, state.now)), [state.cart, state.now])
  const refresh = useRefresh(store, feed)
  return { store, state, pending, refresh }
}

/** Asks the server again whenever what is shown may be old. */
function useRefresh(store: SeatsStore, feed: SeatFeed | null): () => void {
  const router = useRouter()
  const lastAt = useRef(0)
  const refresh = useCallback(() => {
    if (Date.now() - lastAt.current < 1_000 || !navigator.onLine) return
    lastAt.current = Date.now()
    router.refresh()
  }, [router])
  useEffect(() => {
    const listeners = new AbortController()
    const options = { signal: listeners.signal }
    const onWake = () => document.visibilityState === 'visible' && refresh()
    document.addEventListener('visibilitychange', onWake, options)
    window.addEventListener('online', onWake, options)
    // Back from another page of the site or of the bank: the browser may show this one as it was left.
    window.addEventListener('pageshow', (event) => event.persisted && refresh(), options)
    const stop = watchOtherTabs(refresh)
    return () => {
      listeners.abort()
      stop()
    }
  }, [refresh])
  useEffect(() => watchForLoss(store, feed, refresh), [store, feed, refresh])
  return refresh
}

/** Calls back when the map shows a seat of the fan's as no longer held: given back in another tab, paid, or ended. */
function watchForLoss(store: SeatsStore, feed: SeatFeed | null, onLoss: () => void) {
  // Only seats the map has shown as held: the news of a fresh one may still be on its way.
  const confirmed = new Set<number>()
  return feed?.onSeats((states) => {
    const { mine, releasing } = store.getState()
    for (const seat of mine) if (states[seat] === SEAT_STATE.held) confirmed.add(seat)
    const lost = [...confirmed].filter((seat) => states[seat] !== SEAT_STATE.held)
    for (const seat of lost) confirmed.delete(seat)
    if (lost.some((seat) => mine.has(seat) && !releasing.has(seat))) onLoss()
  })
}
