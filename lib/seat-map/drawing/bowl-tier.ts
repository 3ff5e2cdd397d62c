import type { DraftSection } from '../plan'
import { drawBand, type SeatLook, type SeatPlace, type Stretch } from './band'
import { advanceOnPath, lengthBetween, pointOnPath, type SeatPath } from './path'

/** A section of a tier, and where it lies: what a price or a view depends on. */
export type TierSection = { index: number; name: string; x: number; y: number }

export type TierSpec = {
  zone: string
  path: SeatPath
  /** Where on the front edge the tier begins and ends; left out: all the way round. */
  from?: number
  to?: number
  firstName: number
  sectionCount: number
  rowNames: readonly string[]
  depthCm: number
  rowPitchCm: number
  seatPitchCm: (section: TierSection, row: number) => number
  aisleCm: number
  look: (section: TierSection, place: SeatPlace) => SeatLook | null
}

/**
 * Draws one tier of a bowl: wedges side by side along the path, named `firstName`, `firstName + 1`, … in its
 * direction, equally wide half way up the tier, with aisles between them.
 */
export function drawTier(spec: TierSpec): DraftSection[] {
  return cutWedges(spec).map((stretch, index) => {
    const middleDepth = spec.depthCm + ((spec.rowNames.length - 1) / 2) * spec.rowPitchCm
    const half = lengthBetween(spec.path, stretch[0], stretch[1], middleDepth) / 2
    const middle = advanceOnPath(spec.path, stretch[0], half, middleDepth)
    const { x, y } = pointOnPath(spec.path, middle, middleDepth)
    const section: TierSection = { index, name: String(spec.firstName + index), x, y }
    return drawBand({
      name: section.name,
      zone: spec.zone,
      path: spec.path,
      rowNames: spec.rowNames,
      depthCm: spec.depthCm,
      rowPitchCm: spec.rowPitchCm,
      seatPitchCm: (row) => spec.seatPitchCm(section, row),
      stretches: [stretch],
      aisleCm: spec.aisleCm,
      look: (place) => spec.look(section, place),
    })
  })
}

/** Equal widths half way up, not at the front: else wedges in the corners would grow far wider than the others. */
function cutWedges(spec: TierSpec): Stretch[] {
  const from = spec.from ?? 0
  const to = spec.to ?? spec.path.length
  const depth = spec.depthCm + (spec.rowNames.length * spec.rowPitchCm) / 2
  const length = lengthBetween(spec.path, from, to, depth)
  const cuts = Array.from({ length: spec.sectionCount + 1 }, (_, index) =>
    advanceOnPath(spec.path, from, (length * index) / spec.sectionCount, depth),
  )
  return cuts.slice(1).map((end, index): Stretch => [cuts[index] ?? from, end])
}
