import { finishDraft } from '../drawing/finish-draft'
import { makeCategories } from '../drawing/palette'
import { outlinePath } from '../drawing/path'
import { drawPitch } from '../drawing/pitch'
import type { PlanIssue } from '../issues'
import type { PlanDraft } from '../plan'
import { drawColumn } from './draw-column'
import { layStands, placeSide } from './lay-stands'
import { nameSections, nameStand } from './manifest-names'
import { type ManifestStand, readManifest } from './read-manifest'
import { type Frame, fitFrame } from './stadium-frame'
import { SIDES } from './stand-side'

/** Between the ground and the first row. */
const GROUND_GAP_CM = 150

export type ManifestImport = { ok: true; draft: PlanDraft } | { ok: false; issues: PlanIssue[] }

/**
 * Draws a stadium from its manifest: stands on their sides of the pitch (north up), sections as wedges side by side
 * clockwise in natural order, rows outwards, seats in order with their gaps. Every seat of the manifest is in the
 * draft, none overlap, section names are unique, and each stand is a price category. Never throws for bad input.
 */
export function importManifest(input: string | Uint8Array, name = 'Stadium'): ManifestImport {
  const reading = readManifest(input)
  if (!reading.ok) return reading
  try {
    return { ok: true, draft: drawManifest(reading.stands, name) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'The stands do not fit around a pitch: a row is too long, or there are too many sections.'
    return { ok: false, issues: [{ path: 'file', message }] }
  }
}

/** The ground between the stands and the pitch. */
function drawGround({ paths }: Frame): number[] {
  return SIDES.flatMap((side) => outlinePath(paths[side], -GROUND_GAP_CM))
}

function drawManifest(manifest: ManifestStand[], name: string): PlanDraft {
  const sides = layStands(manifest)
  const frame = fitFrame(sides)
  const names = nameSections(manifest)
  const stands = manifest.map((stand) => stand.name)
  const drawn = SIDES.flatMap((side) => {
    const path = frame.paths[side]
    return placeSide(path, sides[side]).map((placed) => {
      const { stand, name: section } = placed.column
      const category = stands.indexOf(stand)
      const unique = names.get(stand)?.get(section) ?? section
      return { category, section: drawColumn(path, placed, unique, nameStand(stand), category) }
    })
  })
  drawn.sort((a, b) => a.category - b.category)
  return finishDraft({
    name,
    focus: [0, 0],
    categories: makeCategories(stands.map(nameStand)),
    decor: [{ kind: 'floor', outline: drawGround(frame) }, ...drawPitch(frame.lies)],
    sections: drawn.map(({ section }) => section),
  })
}
