import { encodeBase64 } from './base64'
import { checkDraft } from './check-draft'
import type { PlanIssue } from './issues'
import { compactNumbers } from './numbers'
import { boxOf, hullAround } from './outline'
import type { DraftSection, Plan, PlanDraft, PlanSeatColumns, PlanSection } from './plan'
import { thinOutline } from './thin-outline'

const OUTLINE_MARGIN_CM = 55

export type EncodedPlan = { ok: true; plan: Plan } | { ok: false; issues: PlanIssue[] }

/**
 * The draft as a publishable plan, or everything that is wrong with it. The draft is not trusted: it may be any parsed
 * JSON. Coordinates are rounded to whole centimetres; seats keep the draft's order.
 */
export function encodePlan(draft: PlanDraft, { id, version }: { id: string; version: number }): EncodedPlan {
  const issues = checkDraft(draft)
  if (issues.length > 0) return { ok: false, issues }
  const plan: Plan = {
    id,
    version,
    name: draft.name,
    width: draft.width,
    height: draft.height,
    focus: [Math.round(draft.focus[0]), Math.round(draft.focus[1])],
    sections: draft.sections.map(encodeSection),
    categories: draft.categories.map(({ id, name, color }) => ({ id, name, color })),
    decor: draft.decor,
    seats: encodeSeats(draft),
  }
  return { ok: true, plan }
}

function encodeSection(section: DraftSection, index: number): PlanSection {
  const points = section.rows.flatMap((row) => row.seats.map((seat): [number, number] => [seat.x, seat.y]))
  const drawn =
    section.outline?.map(Math.round) ?? hullAround(points, OUTLINE_MARGIN_CM).map((c) => Math.max(0, c))
  const anchor = section.anchor ?? nearestToMiddle(points)
  return {
    id: `s${index + 1}`,
    name: section.name,
    zone: section.zone,
    kind: section.kind,
    outline: thinOutline(drawn),
    anchor: [Math.round(anchor[0]), Math.round(anchor[1])],
    rows: section.rows.map((row) => ({
      name: row.name,
      numbers: compactNumbers(row.seats.map((seat) => seat.number)),
    })),
  }
}

/** The seat closest to the middle: a curved section's own middle can lie outside it. */
function nearestToMiddle(points: readonly [number, number][]): [number, number] {
  const box = boxOf(points.flat())
  const x = (box.minX + box.maxX) / 2
  const y = (box.minY + box.maxY) / 2
  let nearest = points[0] as [number, number]
  for (const point of points) {
    if (Math.hypot(point[0] - x, point[1] - y) < Math.hypot(nearest[0] - x, nearest[1] - y)) nearest = point
  }
  return nearest
}

function encodeSeats(draft: PlanDraft): PlanSeatColumns {
  const seats = draft.sections.flatMap((section) => section.rows.flatMap((row) => row.seats))
  const x = new DataView(new ArrayBuffer(seats.length * 2))
  const y = new DataView(new ArrayBuffer(seats.length * 2))
  const category = new Uint8Array(seats.length)
  const flags = new Uint8Array(seats.length)
  let lastX = 0
  let lastY = 0
  seats.forEach((seat, index) => {
    const seatX = Math.round(seat.x)
    const seatY = Math.round(seat.y)
    // Differences repeat along a row, so that they compress to almost nothing.
    x.setUint16(index * 2, (seatX - lastX) & 0xffff, true)
    y.setUint16(index * 2, (seatY - lastY) & 0xffff, true)
    category[index] = seat.category
    flags[index] = seat.flags ?? 0
    lastX = seatX
    lastY = seatY
  })
  return {
    count: seats.length,
    x: encodeBase64(new Uint8Array(x.buffer)),
    y: encodeBase64(new Uint8Array(y.buffer)),
    category: encodeBase64(category),
    flags: encodeBase64(flags),
  }
}
