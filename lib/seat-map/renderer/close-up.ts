import type { Box } from '../outline'
import type { View, Viewport } from '../view'
import type { Frame } from './draw-ground'
import { drawMarks, type Marks } from './draw-marks'
import { drawNearNames } from './draw-near-names'
import { Fades } from './fades'
import type { Context2D, Scene } from './scene'
import { placeTitles, type TitleSpot } from './section-titles'
import { TileCare } from './tile-care'

/** What is seen of single seats and rows: changes that fade, names, marks. It comes after the first picture. */
export class CloseUp {
  private readonly fades = new Fades()
  private titles: (TitleSpot | null)[] | null = null

  readonly tileCare: TileCare

  constructor(private readonly scene: Scene) {
    this.tileCare = new TileCare(scene)
  }

  /** Seats changed from the states of before: those in the box go over into their new look. */
  takeChange(before: Uint8Array, changed: readonly number[], box: Box, cssScale: number): void {
    this.fades.take(this.scene, before, changed, box, cssScale, performance.now())
  }

  /** Draws what is left of old looks, in device pixels; true while there is any. */
  drawFades(ctx: Context2D, frame: Frame, cssScale: number, now: number): boolean {
    return this.fades.draw(ctx, this.scene, frame, cssScale, now)
  }

  /** Draws names and marks, in CSS pixels; true while a mark is still moving. */
  drawMarks(ctx: Context2D, view: View, viewport: Viewport, marks: Marks, now: number): boolean {
    this.titles ??= placeTitles(this.scene)
    drawNearNames(ctx, this.scene, this.titles, view, viewport)
    return drawMarks(ctx, this.scene, view, viewport, marks, now)
  }
}
