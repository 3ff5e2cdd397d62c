import { isInside } from '../outline'
import type { DraftSeat, DraftSection } from '../plan'

export type StandingAreaSpec = {
  name: string
  zone: string
  outline: number[]
  category: number
  /** Places are filled from the front (smallest y) until there are this many; fewer where the area is full. */
  capacity: number
  /** Room of one person; 55 cm is a comfortable crowd. */
  pitchCm?: number
  anchor?: [number, number]
}

/**
 * A general-admission area: places on a staggered grid inside the outline, in one row named GA, numbered 1…n from
 * the front. Nobody chooses among them, so the grid only shows how full the floor is.
 */
export function drawStandingArea(spec: StandingAreaSpec): DraftSection {
  const pitch = spec.pitchCm ?? 55
  const xs = spec.outline.filter((_, index) => index % 2 === 0)
  const ys = spec.outline.filter((_, index) => index % 2 === 1)
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2
  const columns = Math.ceil((Math.max(...xs) - middle) / pitch)
  const linePitch = pitch * 0.87
  const seats: DraftSeat[] = []
  const top = Math.min(...ys) + pitch * 0.6
  const lines = Math.ceil((Math.max(...ys) - top) / linePitch)
  for (let line = 0; line < lines; line++) {
    const y = top + line * linePitch
    const shift = line % 2 === 0 ? 0 : pitch / 2
    for (let column = -columns; column <= columns && seats.length < spec.capacity; column++) {
      const x = middle + column * pitch + shift
      if (!standsFree(spec.outline, x, y, pitch * 0.45)) continue
      seats.push({ number: String(seats.length + 1), x, y, category: spec.category })
    }
  }
  return {
    name: spec.name,
    zone: spec.zone,
    kind: 'standing',
    outline: spec.outline,
    ...(spec.anchor ? { anchor: spec.anchor } : {}),
    rows: [{ name: 'GA', seats }],
  }
}

function standsFree(outline: number[], x: number, y: number, reach: number): boolean {
  return (
    isInside(outline, x - reach, y) &&
    isInside(outline, x + reach, y) &&
    isInside(outline, x, y - reach) &&
    isInside(outline, x, y + reach)
  )
}
