'use client'

import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import { divideByFlags, type SeatFilter, wantedGroups } from '@/lib/seat-map/seat-filter'
import type { View, Viewport } from '@/lib/seat-map/view'
import { readRenderTheme, watchRenderTheme } from './render-theme'
import type { SeatFeed } from './seat-feed'

type Point = { x: number; y: number }

export type SeatMapViewProps = {
  map: SeatMap
  feed: SeatFeed
  mine: ReadonlySet<number>
  pending?: ReadonlySet<number>
  /** Which seats stand out; null or absent for all. */
  filter?: SeatFilter | null
  insets?: Viewport['insets']
  freeLabel(count: number): string
  onChoose(index: number): void
  onHover(index: number, at: Point): void
  onFocus(index: number, at: Point): void
}

/** Runs the map's core on a canvas and keeps it up to date; the core draws, React only tells it what changed. */
export function useSeatMapView(canvas: RefObject<HTMLCanvasElement | null>, props: SeatMapViewProps) {
  const { map, feed, mine, pending, filter, insets } = props
  const divided = useMemo(() => divideByFlags(map), [map])
  const wanted = useMemo(() => wantedGroups(divided.groups, filter ?? null), [divided, filter])
  const view = useRef<SeatMapView | null>(null)
  const onChoose = useEffectEvent(props.onChoose)
  const onHover = useEffectEvent(props.onHover)
  const onFocus = useEffectEvent(props.onFocus)
  const freeLabel = useEffectEvent(props.freeLabel)
  const showAll = useEffectEvent((core: SeatMapView) => {
    core.setMine(mine, pending)
    if (wanted) core.setWanted(wanted)
    if (insets) core.setInsets(insets)
  })

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const core = new SeatMapView(element, {
      map: divided.map,
      theme: readRenderTheme(element),
      isMotionReduced: () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      freeLabel: (count) => freeLabel(count),
      onChoose: (index) => onChoose(index),
      onHover: (index, at) => onHover(index, at),
      onFocus: (index, at) => onFocus(index, at),
      onRest: (rest) => noteView(element, rest),
    })
    view.current = core
    const states = feed.getStates()
    if (states) core.setStates(states, 'all')
    showAll(core)
    const stopSeats = feed.onSeats((next, changed) => core.setStates(next, changed))
    const stopTheme = watchRenderTheme(() => core.setTheme(readRenderTheme(element)))
    return () => {
      stopSeats()
      stopTheme()
      core.close()
      view.current = null
    }
  }, [canvas, divided, feed])

  useEffect(() => view.current?.setMine(mine, pending), [mine, pending])
  useEffect(() => view.current?.setWanted(wanted), [wanted])
  useEffect(() => {
    if (insets) view.current?.setInsets(insets)
  }, [insets])
  return view
}

/** Where the plan lies on the canvas, for whoever must find a seat on it from outside (the browser tests do). */
function noteView(canvas: HTMLCanvasElement, { scale, tx, ty }: View): void {
  canvas.dataset.view = `${scale} ${tx} ${ty}`
}
