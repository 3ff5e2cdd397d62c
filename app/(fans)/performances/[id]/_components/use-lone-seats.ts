'use client'

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import type { Seats } from '@/components/seats/use-seats'
import { loadPatiently } from '@/components/ui/lazy-part'
import type { findLoneSeats, LoneSeats } from '@/lib/seat-map/lone-seats'

export type LoneSeatsHandle = { found: LoneSeats | null; keep(): void }

/** Seats that the choice as it stands leaves alone; null where there are none, or the fan keeps the choice. */
export function useLoneSeats({ state, pending }: Seats, { map, feed }: LiveSeatsHandle): LoneSeatsHandle {
  const states = useSyncExternalStore(
    useCallback((listener) => feed?.onSeats(listener) ?? (() => {}), [feed]),
    () => feed?.getStates() ?? null,
    () => null,
  )
  const [kept, setKept] = useState('')
  const { mine, maxSeats } = state
  // While an answer is awaited nobody knows yet what the choice is.
  const isSettled = pending.size === 0
  const find = useFind(mine.size > 0)
  const found = useMemo((): LoneSeats | null => {
    return find && map && states && isSettled ? find(map, states, mine, maxSeats) : null
  }, [find, map, states, isSettled, mine, maxSeats])
  const key = found?.seats.join() ?? ''
  return { found: key === kept ? null : found, keep: () => setKept(key) }
}

/** The rule itself, from the first chosen seat on: without one there is nothing to ask it. */
function useFind(isNeeded: boolean): typeof findLoneSeats | null {
  const [find, setFind] = useState<typeof findLoneSeats | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    loadPatiently(() => import('@/lib/seat-map/lone-seats')).then((rule) => setFind(() => rule.findLoneSeats))
  }, [isNeeded])
  return find
}
