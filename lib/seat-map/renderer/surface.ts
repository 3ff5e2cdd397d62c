const MAX_PIXEL_RATIO = 3

/** A canvas kept as many device pixels as it is big on screen. */
export type Surface = {
  ctx: CanvasRenderingContext2D
  /** CSS pixels. */
  width: number
  height: number
  pixelRatio: number
  close(): void
}

/** Sizes the canvas now and whenever its box or the screen's pixel ratio changes, then calls `onResize`. */
export function openSurface(canvas: HTMLCanvasElement, onResize: () => void): Surface {
  const ctx = canvas.getContext('2d', { alpha: false })
  if (!ctx) throw new Error('this browser cannot draw on a canvas')
  const observer = new ResizeObserver(() => measure() && onResize())
  const surface: Surface = { ctx, width: 0, height: 0, pixelRatio: 1, close: () => observer.disconnect() }

  function measure(): boolean {
    const width = Math.max(1, canvas.clientWidth)
    const height = Math.max(1, canvas.clientHeight)
    const pixelRatio = Math.min(MAX_PIXEL_RATIO, window.devicePixelRatio || 1)
    if (width === surface.width && height === surface.height && pixelRatio === surface.pixelRatio)
      return false
    Object.assign(surface, { width, height, pixelRatio })
    canvas.width = Math.round(width * pixelRatio)
    canvas.height = Math.round(height * pixelRatio)
    return true
  }

  measure()
  observer.observe(canvas)
  return surface
}
