import { countSeatsIn } from '../grid'
import { type View, type Viewport, visibleBox } from '../view'
import type { CloseUp } from './close-up'
import { drawLabels } from './draw-labels'
import type { Marks } from './draw-marks'
import { drawRegion } from './draw-seats'
import type { SectionTexts } from './fit-labels'
import type { Context2D, Scene } from './scene'
import type { Tiles } from './tiles'

/** Up to this many seats in view are drawn one by one, always sharp; more come from bitmaps. */
const SHARP_SEATS = 2_000
const SHARP_FROM_PX = 5
const TILE_BUDGET_MS = 7

export type FrameInput = {
  scene: Scene
  tiles: Tiles
  view: View
  viewport: Viewport
  pixelRatio: number
  marks: Marks
  /** Null until it has come. */
  closeUp: CloseUp | null
  texts: SectionTexts
  now: number
}

export type DrawnFrame = {
  /** A mark is still moving. */
  isMoving: boolean
  /** Nothing of it is only a coarser bitmap, for now. */
  isComplete: boolean
  /** The tiles will tell when there is more to show. */
  isWaiting: boolean
}

/** Draws one frame. */
export function drawFrame(ctx: Context2D, input: FrameInput): DrawnFrame {
  const { scene, tiles, view, viewport, pixelRatio } = input
  const frame = { scale: view.scale * pixelRatio, x: view.tx * pixelRatio, y: view.ty * pixelRatio }
  const box = visibleBox(view, viewport, 1)
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  let made = { isComplete: true, isWaiting: false, isBlank: false, isRough: false }
  if (scene.seatCm * view.scale >= SHARP_FROM_PX && countSeatsIn(scene.grid, box) <= SHARP_SEATS) {
    drawRegion(ctx, scene, frame, box, view.scale)
  } else {
    const widthPx = Math.ceil(viewport.width * pixelRatio)
    const heightPx = Math.ceil(viewport.height * pixelRatio)
    made = tiles.draw(ctx, frame, widthPx, heightPx, TILE_BUDGET_MS)
  }
  if (made.isBlank) {
    ctx.fillStyle = scene.theme.ground
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height)
    return { isMoving: false, ...made }
  }
  const isFading = input.closeUp?.drawFades(ctx, frame, view.scale, input.now) ?? false
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  drawLabels(ctx, scene, view, viewport, made.isRough ? null : input.texts)
  const isMoving = input.closeUp?.drawMarks(ctx, view, viewport, input.marks, input.now) ?? false
  return { ...made, isMoving: isMoving || isFading, isComplete: made.isComplete && !isFading }
}
