import type { Box } from '../outline'
import { drawGround, drawWords, type Frame } from './draw-ground'
import { areSpecks, layPaper, openSheet, readLooks, writeSpecks } from './draw-specks'
import type { Context2D, Scene } from './scene'

/**
 * What is seen where there are no bitmaps: the ground, and on it, where seats are mere specks, all of them on one sheet.
 * The page writes that quicker than a worker could answer, so it is the first picture; and since seats stand on it pixel
 * for pixel as on the bitmaps, nothing changes when those come.
 */
export class Underlay {
  private sheet: ReturnType<typeof openSheet> | null = null
  /** Of the sheet, device pixels a centimetre; 0 for none. */
  private scale = 0
  private x = 0
  private y = 0
  private isOutdated = false
  private isOver = false

  constructor(private readonly scene: Scene) {}

  /**
   * Has all seats on the sheet at this scale, as they are now. False where it cannot: they are too big, a colour cannot
   * be read, or it is over.
   */
  bringTo(scale: number): boolean {
    if (this.isOver) return false
    if (scale === this.scale && !this.isOutdated) return true
    const { scene } = this
    const looks = areSpecks(scene, { scale, x: 0, y: 0 }) ? readLooks(scene, scale) : null
    if (!looks) return false
    const { box, rows } = scene.map
    const reach = (scene.seatCm * scale) / 2 + 1
    this.free()
    this.x = Math.floor(box.minX * scale - reach)
    this.y = Math.floor(box.minY * scale - reach)
    const widthPx = Math.ceil(box.maxX * scale + reach) - this.x
    const heightPx = Math.ceil(box.maxY * scale + reach) - this.y
    this.sheet = openSheet(widthPx, heightPx)
    const paper = layPaper(this.sheet, scene, { scale, x: -this.x, y: -this.y }, looks)
    // Row by row: a browser makes a function quick between two calls much sooner than within one.
    for (const { firstSeat, seatCount } of rows) writeSpecks(paper, null, firstSeat, firstSeat + seatCount)
    this.sheet.ctx.putImageData(this.sheet.image, 0, 0)
    this.scale = scale
    this.isOutdated = false
    return true
  }

  /** Draws the box (centimetres) of it, in device pixels. */
  draw(ctx: Context2D, frame: Frame, box: Box): void {
    const isStill = this.scale === frame.scale
    // Where bitmaps will lie: on whole pixels.
    const place = isStill ? { ...frame, x: Math.round(frame.x), y: Math.round(frame.y) } : frame
    drawGround(ctx, this.scene, place, box)
    if (this.sheet) {
      const { canvas } = this.sheet.ctx
      const grown = frame.scale / this.scale
      const [x, y] = [place.x + this.x * grown, place.y + this.y * grown]
      ctx.drawImage(canvas, x, y, canvas.width * grown, canvas.height * grown)
    }
    drawWords(ctx, this.scene, place, box)
  }

  /** Seats look different now. */
  outdate(): void {
    this.isOutdated = true
  }

  /** There is no more need for the sheet. */
  end(): void {
    this.isOver = true
    this.free()
  }

  private free(): void {
    // At once: it is too big to wait for the garbage collector.
    if (this.sheet) this.sheet.ctx.canvas.width = 0
    this.sheet = null
    this.scale = 0
  }
}
