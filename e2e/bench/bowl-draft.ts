import { makeBowlPath } from '@/lib/seat-map/drawing/bowl-path'
import { drawTier } from '@/lib/seat-map/drawing/bowl-tier'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { drawPitch } from '@/lib/seat-map/drawing/pitch'
import { numberRows } from '@/lib/seat-map/drawing/row-names'
import type { PlanDraft } from '@/lib/seat-map/plan'

const SEAT_COUNT = 100_000

/**
 * A bowl of 100,000 seats in three tiers: as large as stadiums are, and as uneven, since a plan of straight rows
 * would compress to next to nothing.
 */
export function drawLargeBowl(): PlanDraft {
  const path = makeBowlPath({
    ...{ halfWidthCm: 7400, halfHeightCm: 5500, cornerRadiusCm: 2600 },
    ...{ sideBend: 0.2, endBend: 0.16 },
  })
  const tiers = [
    { zone: 'Lower tier', firstName: 101, sectionCount: 40, rows: 34, depthCm: 0 },
    { zone: 'Middle tier', firstName: 201, sectionCount: 40, rows: 20, depthCm: 3_100 },
    { zone: 'Upper tier', firstName: 301, sectionCount: 48, rows: 36, depthCm: 5_100 },
  ]
  const draft = finishDraft({
    ...{ name: 'Bowl', focus: [0, 0], decor: drawPitch('across') },
    categories: makeCategories(['Category 1', 'Category 2', 'Category 3']),
    sections: tiers.flatMap(({ rows, ...tier }, category) =>
      drawTier({
        ...{ ...tier, path, rowNames: numberRows(rows), rowPitchCm: 80, aisleCm: 120 },
        seatPitchCm: () => 50,
        look: () => ({ category }),
      }),
    ),
  })
  return cutTo(draft, SEAT_COUNT)
}

/** Takes seats off the ends of the last rows. */
function cutTo(draft: PlanDraft, seatCount: number): PlanDraft {
  const rows = draft.sections.flatMap((section) => section.rows)
  let surplus = rows.reduce((sum, row) => sum + row.seats.length, 0) - seatCount
  if (surplus < 0) throw new RangeError(`the bowl has ${-surplus} seats too few`)
  for (const row of rows.toReversed()) {
    const cut = Math.min(surplus, row.seats.length - 1)
    row.seats.length -= cut
    surplus -= cut
  }
  return draft
}
