'use client'

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'

type Point = { x: number; y: number }

/** Who can draw around something: a mouse, a pen, not a finger alone. */
const FINE = '(any-pointer: fine)'

/** Nobody draws before there is one of these. */
const FIRST_SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

export type LassoHandle = {
  /** True while it is in hand. */
  isReady: boolean
  /** Takes it in hand, or puts it away; as soon as its code has come. */
  take(isMeant: boolean): void
}

/**
 * Gives the map a lasso once a hand has moved. Nothing without `onLasso`, or where there is only touch. To be called
 * after the map's own hook, so that there is a map.
 */
export function useLassoTool(
  view: RefObject<SeatMapView | null>,
  map: object,
  onLasso?: (seats: number[], middle: Point) => void,
): LassoHandle {
  const [isReady, setReady] = useState(false)
  const onDrawn = useEffectEvent((seats: number[], middle: Point) => onLasso?.(seats, middle))
  const isOn = onLasso !== undefined
  const bring = useRef<() => Promise<void>>(async () => {})
  useEffect(() => {
    const core = view.current
    // Another map is another view with controls of its own.
    if (!isOn || !core || !map || !window.matchMedia(FINE).matches) return
    let isGone = false
    let coming: Promise<void> | null = null
    const load = async () => {
      const { LassoTool } = await import('@/lib/seat-map/renderer/lasso-tool')
      if (isGone) return
      core.controls.tool = new LassoTool(core.controls.target, {
        onLasso: (seats, middle) => onDrawn(seats, middle),
        onReady: setReady,
      })
    }
    const first = new AbortController()
    bring.current = () => {
      first.abort()
      coming ??= load().catch((error) => {
        // Without it the map is a map all the same; who asks again has it tried again.
        coming = null
        reportError(error)
      })
      return coming
    }
    for (const sign of FIRST_SIGNS)
      addEventListener(sign, bring.current, { signal: first.signal, passive: true })
    return () => {
      isGone = true
      first.abort()
      bring.current = async () => {}
      core.controls.tool = null
      setReady(false)
    }
  }, [view, map, isOn])
  const take = useCallback(
    (isMeant: boolean) => void bring.current().then(() => view.current?.controls.tool?.take(isMeant)),
    [view],
  )
  return { isReady, take }
}
