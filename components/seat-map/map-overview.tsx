'use client'

import { lazy, type RefObject, Suspense, useEffect, useState } from 'react'
import type { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import type { Viewport } from '@/lib/seat-map/view'
import type { ViewWatch } from './use-view-watch'

type MapOverviewProps = {
  view: RefObject<SeatMapView | null>
  watch: ViewWatch
  insets?: Viewport['insets']
  footPx: number
}

const Minimap = lazy(() => import('./minimap').then((module) => ({ default: module.Minimap })))

/** The minimap, fetched when the map is first zoomed in; it fades while the whole map is in view anyway. */
export function MapOverview({ view, watch, insets, footPx }: MapOverviewProps) {
  const [core, setCore] = useState<SeatMapView | null>(null)
  const [isZoomed, setZoomed] = useState(false)
  useEffect(
    () =>
      watch.watch(() => {
        const isNear = view.current?.isWhole === false
        setZoomed(isNear)
        if (isNear) setCore(view.current)
      }),
    [watch, view],
  )
  if (!core) return null
  return (
    <Suspense fallback={null}>
      <Minimap {...{ core, insets, footPx }} watchView={watch.watch} isShown={isZoomed} />
    </Suspense>
  )
}
