'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { fetchSeatMap } from '@/components/seat-map/fetch-seats'
import { readRenderTheme, watchRenderTheme } from '@/components/seat-map/render-theme'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import { blocksMap, busyStates } from '../draw-blocks'

const FRAMES_KEPT = 120
const REPORT_MS = 250
/** A busy sale: this many seats change this often. */
const BUSY = { seats: 500, everyMs: 200 }

type LabOptions = { seatCount: number; seatMapId: string | null; isBusy: boolean }

/** Runs the core on the canvas and measures it. */
export function useLab(canvas: RefObject<HTMLCanvasElement | null>, options: LabOptions) {
  const { seatCount, seatMapId, isBusy } = options
  const [map, setMap] = useState<SeatMap | null>(null)
  const [frames, setFrames] = useState<number[]>([])
  const [firstPaintMs, setFirstPaintMs] = useState<number | null>(null)
  const changeSome = useRef<(() => void) | null>(null)

  useEffect(() => {
    const loading = seatMapId ? fetchSeatMap(seatMapId) : Promise.resolve(blocksMap(seatCount))
    void loading.then(setMap)
  }, [seatCount, seatMapId])

  useEffect(() => {
    const element = canvas.current
    if (!element || !map) return
    const kept: number[] = []
    const startedAt = performance.now()
    let isShown = false
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

  return { frames, firstPaintMs, name: map?.name ?? '' }
}
