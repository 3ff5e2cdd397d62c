'use client'

import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatMapView, type SeatMapViewOptions } from '@/lib/seat-map/renderer/seat-map-view'
import { divideByFlags, type SeatFilter, wantedGroups } from '@/lib/seat-map/seat-filter'
import type { View, Viewport } from '@/lib/seat-map/view'
import { readRenderTheme, watchRenderTheme } from './render-theme'
import type { SeatFeed } from './seat-feed'
import { watchView } from './watch-view'

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
  /** What a section costs, e.g. `€45–€80`; empty where there is nothing to say. */
  sectionNote?(sectionIndex: number): string
  onChoose(index: number): void
  onHover(index: number, at: Point): void
  onFocus(index: number, at: Point): void
  /** A tap came nearer instead of choosing. */
  onNear(): void
  onHelp(): void
  onView(view: View): void
  /** The seat that the keyboard starts from; -1 for none. */
  focus: RefObject<number>
  /** This browser cannot draw the map, or nobody could draw this one. */
  onBroken(): void
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
  const onNear = useEffectEvent(props.onNear)
  const onHelp = useEffectEvent(props.onHelp)
  const onView = useEffectEvent(props.onView)
  const onBroken = useEffectEvent(props.onBroken)
  const freeLabel = useEffectEvent(props.freeLabel)
  const sectionNote = useEffectEvent((index: number) => props.sectionNote?.(index) ?? '')
  const insetsNow = useEffectEvent(() => insets)
  const showAll = useEffectEvent((core: SeatMapView) => {
    core.setMine(mine, pending)
    if (wanted) core.setWanted(wanted)
    if (insets) core.setInsets(insets)
    core.controls.remember(props.focus.current)
  })

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const watch = watchView(feed, divided.map, element)
    const core = openView(element, {
      map: divided.map,
      theme: readRenderTheme(element),
      isMotionReduced: () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      freeLabel: (count) => freeLabel(count),
      sectionNote: (index) => sectionNote(index),
      onChoose: (index) => onChoose(index),
      onHover: (index, at) => onHover(index, at),
      onFocus: (index, at) => onFocus(index, at),
      onNear: () => onNear(),
      onHelp: () => onHelp(),
      onView: (next) => onView(next),
      onRest: (rest) => {
        noteView(element, rest)
        watch(rest, insetsNow())
      },
    })
    if (!core) return onBroken()
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
      feed.watch([], null)
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

/** Null where it cannot be drawn: a browser without canvas, a plan that says what no plan should. */
function openView(canvas: HTMLCanvasElement, options: SeatMapViewOptions): SeatMapView | null {
  try {
    return new SeatMapView(canvas, options)
  } catch (error) {
    // The page stays: the list has the same seats. Whoever watches for errors hears of it.
    reportError(error)
    return null
  }
}

/** Where the plan lies on the canvas, for whoever must find a seat on it from outside (the browser tests do). */
function noteView(canvas: HTMLCanvasElement, { scale, tx, ty }: View): void {
  canvas.dataset.view = `${scale} ${tx} ${ty}`
}
