'use client'

import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'

type Point = { x: number; y: number }

/** Who can draw around something: a mouse, a pen, not a finger alone. */
const FINE = '(any-pointer: fine)'

/**
 * Gives the map a lasso, once its code has come; true while it is in hand. Nothing without `onLasso`, or where there is
 * only touch. To be called after the map's own hook, so that there is a map.
 */
export function useLassoTool(
  view: RefObject<SeatMapView | null>,
  map: object,
  onLasso?: (seats: number[], middle: Point) => void,
): boolean {
  const [isReady, setReady] = useState(false)
  const onDrawn = useEffectEvent((seats: number[], middle: Point) => onLasso?.(seats, middle))
  const isOn = onLasso !== undefined
  useEffect(() => {
    const core = view.current
    // Another map is another view with controls of its own.
    if (!isOn || !core || !map || !window.matchMedia(FINE).matches) return
    let isGone = false
    const load = async () => {
      const { LassoTool } = await import('@/lib/seat-map/renderer/lasso-tool')
      if (isGone) return
      core.controls.tool = new LassoTool(core.controls.target, {
        onLasso: (seats, middle) => onDrawn(seats, middle),
        onReady: setReady,
      })
    }
    // Without it the map is a map all the same.
    load().catch(reportError)
    return () => {
      isGone = true
      core.controls.tool = null
      setReady(false)
    }
  }, [view, map, isOn])
  return isReady
}
