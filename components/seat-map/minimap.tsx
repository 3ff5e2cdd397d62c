'use client'

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { drawOverview } from '@/lib/seat-map/renderer/overview'
import type { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import type { View, Viewport } from '@/lib/seat-map/view'

type MinimapProps = {
  core: SeatMapView
  /** The view on the map, now and whenever it changes; returns how to stop. */
  watchView(listener: (view: View) => void): () => void
  insets?: Viewport['insets']
  /** False while the whole map is in view. */
  isShown: boolean
  footPx: number
}

const SIZE_PX = { phone: { width: 92, height: 84 }, desktop: { width: 184, height: 136 } }
const PHONE_PX = 640
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }
const PAINT_EVERY_MS = 1_000

/**
 * The whole map, small, with the part in view framed; a press or a drag goes there. For eyes and pointers only: keys do
 * all of it on the canvas.
 */
export function Minimap({ core, watchView, insets, isShown, footPx }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { content } = core
  const room = core.size
  const most = room.width < PHONE_PX ? SIZE_PX.phone : SIZE_PX.desktop
  const scale = Math.min(
    most.width / (content.maxX - content.minX),
    most.height / (content.maxY - content.minY),
  )
  const width = Math.round((content.maxX - content.minX) * scale)
  const height = Math.round((content.maxY - content.minY) * scale)

  usePainting(canvas, core, isShown)
  useEffect(
    () => watchView((view) => frame.current && placeFrame(frame.current, { view, core, insets, scale })),
    [watchView, core, insets, scale],
  )

  const goTo = (event: PointerEvent<HTMLDivElement>, isAtOnce: boolean) => {
    const corner = event.currentTarget.getBoundingClientRect()
    const x = content.minX + (event.clientX - corner.left) / scale
    const y = content.minY + (event.clientY - corner.top) / scale
    core.centerOn({ x, y }, isAtOnce)
  }
  return (
    <div
      aria-hidden
      data-minimap={isShown ? 'shown' : 'hidden'}
      style={{ bottom: footPx + 12 }}
      className={`absolute start-3 overflow-hidden rounded-control border border-line-strong bg-map-ground p-1 transition-[opacity,visibility] duration-200 motion-reduce:transition-none ${isShown ? 'opacity-100' : 'invisible opacity-0'}`}
    >
      <div
        style={{ width, height }}
        className="relative cursor-pointer touch-none overflow-hidden"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          // The canvas keeps the keyboard.
          event.preventDefault()
          goTo(event, false)
        }}
        onPointerMove={(event) => event.buttons > 0 && goTo(event, true)}
      >
        <canvas ref={canvas} className="pointer-events-none absolute inset-0 size-full" />
        {/* Everything but what is in view steps back. */}
        <div
          ref={frame}
          className="pointer-events-none absolute top-0 left-0 rounded-[2px] border-[1.5px] border-map-label [box-shadow:0_0_0_400px_color-mix(in_srgb,var(--map-ground)_38%,transparent)]"
        />
      </div>
    </div>
  )
}

/** When it comes up, then once a second: what changed meanwhile is not worth asking, so quick is the painting. */
function usePainting(canvas: RefObject<HTMLCanvasElement | null>, core: SeatMapView, isShown: boolean) {
  useEffect(() => {
    const element = canvas.current
    if (!element || !isShown) return
    const paint = () => {
      if (document.hidden) return
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      element.width = Math.round(element.clientWidth * ratio)
      element.height = Math.round(element.clientHeight * ratio)
      drawOverview(element, core.scene)
    }
    const first = requestAnimationFrame(paint)
    const timer = setInterval(paint, PAINT_EVERY_MS)
    return () => {
      cancelAnimationFrame(first)
      clearInterval(timer)
    }
  }, [canvas, core, isShown])
}

type Framing = { view: View; core: SeatMapView; insets?: Viewport['insets']; scale: number }

function placeFrame(element: HTMLElement, { view, core, insets = NO_INSETS, scale }: Framing): void {
  const { size, content } = core
  const toSmall = scale / view.scale
  const x = (insets.left - view.tx) * toSmall - content.minX * scale
  const y = (insets.top - view.ty) * toSmall - content.minY * scale
  element.style.width = `${(size.width - insets.left - insets.right) * toSmall}px`
  element.style.height = `${(size.height - insets.top - insets.bottom) * toSmall}px`
  element.style.transform = `translate(${x}px, ${y}px)`
}
