import type { DraftSection, PlanDecor, PlanDraft } from '../plan'

/** Free ground kept around the drawing. */
const MARGIN_CM = 300

/**
 * Moves a drawing made around any origin into the plan's plane: margins added, width and height set, every coordinate
 * a whole centimetre. Throws a RangeError for a drawing larger than the plan's 655 metres.
 */
export function finishDraft(draft: Omit<PlanDraft, 'width' | 'height'>): PlanDraft {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const meet = (x: number, y: number): void => {
    box.minX = Math.min(box.minX, x)
    box.minY = Math.min(box.minY, y)
    box.maxX = Math.max(box.maxX, x)
    box.maxY = Math.max(box.maxY, y)
  }
  for (const section of draft.sections) {
    meetFlat(section.outline ?? [], meet)
    for (const row of section.rows) for (const seat of row.seats) meet(seat.x, seat.y)
  }
  for (const decor of draft.decor) meetDecor(decor, meet)
  const dx = MARGIN_CM - box.minX
  const dy = MARGIN_CM - box.minY
  const width = Math.ceil(box.maxX + dx + MARGIN_CM)
  const height = Math.ceil(box.maxY + dy + MARGIN_CM)
  if (width > 65_535 || height > 65_535) throw new RangeError('the drawing is larger than 655 metres')
  return {
    name: draft.name,
    width,
    height,
    focus: [Math.round(draft.focus[0] + dx), Math.round(draft.focus[1] + dy)],
    categories: draft.categories,
    decor: draft.decor.map((decor) => moveDecor(decor, dx, dy)),
    sections: draft.sections.map((section) => moveSection(section, dx, dy)),
  }
}

function moveSection(section: DraftSection, dx: number, dy: number): DraftSection {
  const { anchor, outline } = section
  return {
    ...section,
    ...(outline ? { outline: moveFlat(outline, dx, dy) } : {}),
    ...(anchor
      ? { anchor: [Math.round(anchor[0] + dx), Math.round(anchor[1] + dy)] satisfies [number, number] }
      : {}),
    rows: section.rows.map((row) => ({
      name: row.name,
      seats: row.seats.map((seat) => ({
        ...seat,
        x: Math.round(seat.x + dx),
        y: Math.round(seat.y + dy),
      })),
    })),
  }
}

function moveDecor(decor: PlanDecor, dx: number, dy: number): PlanDecor {
  if ('outline' in decor) return { ...decor, outline: moveFlat(decor.outline, dx, dy) }
  if ('points' in decor) return { ...decor, points: moveFlat(decor.points, dx, dy) }
  return { ...decor, x: Math.round(decor.x + dx), y: Math.round(decor.y + dy) }
}

function moveFlat(points: readonly number[], dx: number, dy: number): number[] {
  return points.map((value, index) => Math.round(value + (index % 2 === 0 ? dx : dy)))
}

function meetDecor(decor: PlanDecor, meet: (x: number, y: number) => void): void {
  if ('outline' in decor) meetFlat(decor.outline, meet)
  else if ('points' in decor) meetFlat(decor.points, meet)
  else {
    const reach = decor.kind === 'table' ? decor.radius : decor.size
    meet(decor.x - reach, decor.y - reach)
    meet(decor.x + reach, decor.y + reach)
  }
}

function meetFlat(points: readonly number[], meet: (x: number, y: number) => void): void {
  for (let at = 0; at + 1 < points.length; at += 2) meet(points[at] ?? 0, points[at + 1] ?? 0)
}
