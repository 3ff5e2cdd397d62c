'use client'

import { startTransition, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { subscribeToSeats } from '@/lib/realtime/subscribe'
import type { RealtimeAddress } from '@/lib/realtime/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { scopeOf } from '@/lib/seat-map/live-messages'
import { warmPainter } from '@/lib/seat-map/renderer/tile-painter'
import { fetchSeatMap, fetchSnapshot } from './fetch-seats'
import { type FeedStatus, SeatFeed } from './seat-feed'
import { watchWakes } from './watch-wakes'

export type LiveSeatsProps = {
  performanceId: string
  seatMapId: string
  /** Where changes are pushed from; null where they are only polled. */
  realtime: RealtimeAddress | null
}

export type LiveSeatsHandle = FeedStatus & {
  /** Null while the plan is loading. */
  map: SeatMap | null
  /** Null while the plan is loading; then the same object for as long as the performance is. */
  feed: SeatFeed | null
  /** True where the plan could not be loaded. */
  hasFailed: boolean
  /** Asks again for what is missing. */
  retry(): void
}

const LOADING: FeedStatus = { mode: 'connecting', isReady: false, isFailing: false }

/** The seats of a performance, live: the plan once, then snapshot and diffs, polling where the socket fails. */
export function useLiveSeats({ performanceId, seatMapId, realtime }: LiveSeatsProps): LiveSeatsHandle {
  useEffect(warmPainter, [])
  const { map, hasFailed, load } = useSeatMap(seatMapId)
  const feed = useSeatFeed(map, performanceId, realtime)
  const status = useSyncExternalStore(
    useCallback((listener) => feed?.onStatus(listener) ?? (() => {}), [feed]),
    () => feed?.getStatus() ?? LOADING,
    () => LOADING,
  )
  const retry = useCallback(() => (feed ? feed.fetchNow() : load()), [feed, load])
  return { ...status, map, feed, hasFailed, retry }
}

function useSeatMap(seatMapId: string) {
  const [answer, setAnswer] = useState<{ seatMapId: string; map: SeatMap | null } | null>(null)
  const load = useCallback(() => {
    // In slices: a phone answers the hand while the page grows.
    const take = (map: SeatMap | null) => startTransition(() => setAnswer({ seatMapId, map }))
    fetchSeatMap(seatMapId).then(take, () => take(null))
  }, [seatMapId])
  useEffect(load, [load])
  // An answer that comes late, for the map shown before, is not this map's.
  const own = answer?.seatMapId === seatMapId ? answer : null
  return { map: own?.map ?? null, hasFailed: own !== null && own.map === null, load }
}

function useSeatFeed(
  map: SeatMap | null,
  performanceId: string,
  realtime: RealtimeAddress | null,
): SeatFeed | null {
  const [feed, setFeed] = useState<SeatFeed | null>(null)
  // As text: the parent's object is a new one with every render, the connection should not be.
  const address = JSON.stringify(realtime)
  useEffect(() => {
    if (!map) return
    const opened = openFeed(map, performanceId, JSON.parse(address) as RealtimeAddress | null)
    const stopWatching = watchWakes(opened)
    startTransition(() => setFeed(opened))
    return () => {
      stopWatching()
      opened.close()
      setFeed(null)
    }
  }, [map, performanceId, address])
  return feed
}

function openFeed(map: SeatMap, performanceId: string, realtime: RealtimeAddress | null): SeatFeed {
  const feed = new SeatFeed({
    scope: scopeOf(map, performanceId),
    fetchSnapshot: () => fetchSnapshot(performanceId),
    onRefused: (reason) => console.warn(`A seat update was not believed: ${reason}`),
    ...(realtime && {
      connect: (subscriber) =>
        subscribeToSeats(realtime, { performanceId, seatCount: map.seatCount }, subscriber),
    }),
  })
  feed.start()
  return feed
}
