import type { SeatLook, SeatPlace } from '@/lib/seat-map/drawing/band'
import { makeBowlPath } from '@/lib/seat-map/drawing/bowl-path'
import { drawTier, type TierSection } from '@/lib/seat-map/drawing/bowl-tier'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { outlinePath } from '@/lib/seat-map/drawing/path'
import { drawPitch } from '@/lib/seat-map/drawing/pitch'
import { numberRows } from '@/lib/seat-map/drawing/row-names'
import { type PlanDraft, SEAT_FLAG } from '@/lib/seat-map/plan'

const [CLUB, CATEGORY_1, CATEGORY_2, CATEGORY_3, CATEGORY_4] = [0, 1, 2, 3, 4]
const SEAT_CM = 50
const SPACE_CM = 90

const BOWL = makeBowlPath({
  halfWidthCm: 6750,
  halfHeightCm: 4900,
  cornerRadiusCm: 2400,
  sideBend: 0.2,
  endBend: 0.16,
})

/** Whether the section looks along the halfway line, from a corner, or from behind a goal. */
function placeOf({ x, y }: TierSection): 'side' | 'corner' | 'end' {
  if (Math.abs(y) > 4800 && Math.abs(x) < 4600) return 'side'
  return Math.abs(y) < 3500 ? 'end' : 'corner'
}

const LOWER_ROWS = 27

const PLATFORMS: ReadonlySet<number> = new Set([2, 6])

/** Eight lower sections, two a quarter, end in a level platform for wheelchairs, reached without steps from the concourse. */
function isPlatform(section: TierSection, row: number): boolean {
  return row === LOWER_ROWS - 1 && PLATFORMS.has(section.index % 9)
}

function lookLower(section: TierSection, { row, index }: SeatPlace): SeatLook {
  const place = placeOf(section)
  const category = place === 'side' ? CATEGORY_1 : place === 'corner' ? CATEGORY_2 : CATEGORY_3
  if (isPlatform(section, row)) {
    return { category, flags: index % 2 === 0 ? SEAT_FLAG.wheelchair : SEAT_FLAG.companion }
  }
  // Behind the goals the first rows look through the net and past the boards.
  return place === 'end' && row < 2 ? { category, flags: SEAT_FLAG.restrictedView } : { category }
}

function lookClub(section: TierSection): SeatLook {
  return { category: placeOf(section) === 'side' ? CLUB : CATEGORY_1 }
}

function lookUpper(section: TierSection, { row, index, seatCount }: SeatPlace): SeatLook | null {
  // The mouth of the stairs: every other section, the same left and right, is entered through a gap in its middle.
  if (
    Math.floor(((section.index + 1) % 4) / 2) === 1 &&
    row >= 5 &&
    row < 9 &&
    Math.abs(index - (seatCount - 1) / 2) < 2.6
  )
    return null
  const place = placeOf(section)
  if (place === 'side') return { category: row < 12 ? CATEGORY_2 : CATEGORY_3 }
  return { category: place === 'corner' && row < 12 ? CATEGORY_3 : CATEGORY_4 }
}

/** A football stadium: an oval bowl of three tiers around the pitch. */
export function drawStadium(): PlanDraft {
  const tier = { path: BOWL, aisleCm: 120 }
  return finishDraft({
    name: 'Stadium',
    focus: [0, 0],
    categories: makeCategories(['Club', 'Category 1', 'Category 2', 'Category 3', 'Category 4']),
    decor: [{ kind: 'floor', outline: outlinePath(BOWL, -150) }, ...drawPitch('across')],
    sections: [
      ...drawTier({
        ...tier,
        zone: 'Lower tier',
        firstName: 101,
        sectionCount: 36,
        rowNames: numberRows(LOWER_ROWS),
        depthCm: 0,
        rowPitchCm: 80,
        seatPitchCm: (section, row) => (isPlatform(section, row) ? SPACE_CM : SEAT_CM),
        look: lookLower,
      }),
      ...drawTier({
        ...tier,
        zone: 'Club level',
        firstName: 201,
        sectionCount: 36,
        rowNames: numberRows(11),
        depthCm: LOWER_ROWS * 80 + 350,
        rowPitchCm: 90,
        seatPitchCm: () => 55,
        look: lookClub,
      }),
      ...drawTier({
        ...tier,
        zone: 'Upper tier',
        firstName: 301,
        sectionCount: 44,
        rowNames: numberRows(22),
        depthCm: LOWER_ROWS * 80 + 350 + 11 * 90 + 350,
        rowPitchCm: 80,
        seatPitchCm: () => SEAT_CM,
        look: lookUpper,
      }),
    ],
  })
}
