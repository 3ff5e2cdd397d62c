import type { Box } from '../outline'
import type { Frame } from './draw-ground'
import { drawSeats } from './draw-seats'
import type { Context2D, Scene } from './scene'

const FADE_MS = 180
/** Smaller seats (CSS pixels) are not seen singly: nothing to be calm about. */
const FADE_FROM_PX = 6
/** A sale as busy as this (seats in view, a second) changes at once: drawing every frame of it would cost too much. */
const MAX_PER_SECOND = 40

type Change = { seats: readonly number[]; before: Uint8Array; since: number }

/** Seats in view that have just changed go over into their new look instead of jumping. */
export class Fades {
  private changes: Change[] = []

  /** Notes that seats changed from the states of before; those outside the box (centimetres) are not seen. */
  take(
    scene: Scene,
    before: Uint8Array,
    changed: readonly number[],
    box: Box,
    cssScale: number,
    now: number,
  ) {
    this.changes = this.changes.filter(({ since }) => now - since < 1_000)
    if (scene.seatCm * cssScale < FADE_FROM_PX) return
    const seats = changed.filter((index) => {
      const x = scene.map.x[index] as number
      const y = scene.map.y[index] as number
      return before[index] !== scene.states[index] && isIn(box, x, y)
    })
    if (seats.length > 0) this.changes.push({ seats, before, since: now })
  }

  /** Draws what is left of the old looks; true while there is any. */
  draw(ctx: Context2D, scene: Scene, frame: Frame, cssScale: number, now: number): boolean {
    const lately = this.changes.filter(({ since }) => now - since < 1_000)
    const isBusy = lately.reduce((sum, { seats }) => sum + seats.length, 0) > MAX_PER_SECOND
    const running = isBusy ? [] : lately.filter(({ since }) => now - since < FADE_MS)
    for (const { seats, before, since } of running) {
      // A frame's time is when it began: a change since then is "younger than nothing".
      const left = 1 - Math.max(0, now - since) / FADE_MS
      const past = Object.assign(Object.create(scene) as Scene, { states: before })
      ctx.save()
      ctx.globalAlpha = left
      coverSeats(ctx, scene, frame, seats)
      drawSeats(ctx, past, frame, seats, cssScale)
      ctx.restore()
    }
    return running.length > 0
  }
}

/** Hides the new look behind the section's ground, as far as the old one is still seen. */
function coverSeats(ctx: Context2D, scene: Scene, frame: Frame, seats: readonly number[]): void {
  const { map, sections, seatCm } = scene
  const r = (seatCm * frame.scale) / 2 + 0.5
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  for (const index of seats) {
    ctx.fillStyle = sections[map.sectionOf[index] as number]?.fill ?? scene.theme.section
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    ctx.fillRect(x - r, y - r, r * 2, r * 2)
  }
}

function isIn(box: Box, x: number, y: number): boolean {
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
}
