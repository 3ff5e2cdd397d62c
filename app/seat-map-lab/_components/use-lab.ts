'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { fetchSeatMap } from '@/components/seat-map/fetch-seats'
import { readRenderTheme, watchRenderTheme } from '@/components/seat-map/render-theme'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { PlanIssue } from '@/lib/seat-map/issues'
import { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import { blocksMap, busyStates } from '../draw-blocks'
import { readAnyPlan } from '../read-any-plan'

const FRAMES_KEPT = 120
const REPORT_MS = 250
/** A busy sale: this many seats change this often. */
const BUSY = { seats: 500, everyMs: 200 }

/** Where the plan shown comes from: made up, an event's, or a file's or the clipboard's text. */
export type LabSource =
  | { kind: 'blocks'; seatCount: number }
  | { kind: 'map'; id: string }
  | { kind: 'text'; text: string }

type Loaded = { map: SeatMap | null; issues: readonly PlanIssue[] }

/** The map of the source, or what is wrong with it; neither while it loads. */
export function useLabMap(source: LabSource): Loaded {
  const [loaded, setLoaded] = useState<Loaded & { source: LabSource | null }>({
    ...{ map: null, issues: [], source: null },
  })
  useEffect(() => {
    let isStale = false
    const take = (found: Loaded) => !isStale && setLoaded({ ...found, source })
    const fail = (error: unknown) => take({ map: null, issues: [{ path: '', message: String(error) }] })
    load(source).then(take, fail)
    return () => {
      isStale = true
    }
  }, [source])
  return loaded.source === source ? loaded : { map: null, issues: [] }
}

async function load(source: LabSource): Promise<Loaded> {
  if (source.kind === 'map') return { map: await fetchSeatMap(source.id), issues: [] }
  if (source.kind === 'blocks') return { map: blocksMap(source.seatCount), issues: [] }
  const read = readAnyPlan(source.text)
  return read.ok ? { map: read.map, issues: [] } : { map: null, issues: read.issues }
}

/** Runs the core on the canvas and measures it. */
export function useLab(canvas: RefObject<HTMLCanvasElement | null>, map: SeatMap | null, isBusy: boolean) {
  const [frames, setFrames] = useState<number[]>([])
  const [firstPaintMs, setFirstPaintMs] = useState<number | null>(null)
  const changeSome = useRef<(() => void) | null>(null)

  useEffect(() => {
    const element = canvas.current
    if (!element || !map) return
    const kept: number[] = []
    const startedAt = performance.now()
    let isShown = false
    setFirstPaintMs(null)
    const view = new SeatMapView(element, {
      map,
      theme: readRenderTheme(element),
      freeLabel: String,
      onChoose: (index) => view.setMine(new Set([index])),
      onFrame({ durationMs, isComplete }) {
        kept.push(durationMs)
        if (kept.length > FRAMES_KEPT) kept.shift()
        if (isComplete && !isShown) setFirstPaintMs(Math.round(performance.now() - startedAt))
        isShown ||= isComplete
      },
    })
    let states = busyStates(map.seatCount)
    view.setStates(states, 'all')
    changeSome.current = () => {
      const changed = Array.from({ length: BUSY.seats }, () => Math.floor(Math.random() * map.seatCount))
      states = states.slice()
      for (const index of changed) states[index] = ((states[index] as number) + 1) % 3
      view.setStates(states, changed)
    }
    const report = setInterval(() => setFrames([...kept]), REPORT_MS)
    const stopTheme = watchRenderTheme(() => view.setTheme(readRenderTheme(element)))
    return () => {
      clearInterval(report)
      stopTheme()
      view.close()
      changeSome.current = null
    }
  }, [canvas, map])

  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(() => changeSome.current?.(), BUSY.everyMs)
    return () => clearInterval(timer)
  }, [isBusy])

  return { frames, firstPaintMs }
}
