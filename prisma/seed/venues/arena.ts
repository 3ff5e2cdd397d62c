import { drawBand, type SeatLook, type SeatPlace } from '@/lib/seat-map/drawing/band'
import { makeBowlPath } from '@/lib/seat-map/drawing/bowl-path'
import { drawTier, type TierSection } from '@/lib/seat-map/drawing/bowl-tier'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { makeStraightPath, outlinePath } from '@/lib/seat-map/drawing/path'
import { letterRows, numberRows } from '@/lib/seat-map/drawing/row-names'
import { drawRectangle } from '@/lib/seat-map/drawing/shapes'
import { type DraftSection, type PlanDecor, type PlanDraft, SEAT_FLAG } from '@/lib/seat-map/plan'

const [FRONT, PRICE_A, PRICE_B, PRICE_C, PRICE_D] = [0, 1, 2, 3, 4]
const SEAT_CM = 52
const STAGE_FRONT_Y = -1750
const LOWER_ROWS = 19

const BOWL = makeBowlPath({
  halfWidthCm: 2150,
  halfHeightCm: 4050,
  cornerRadiusCm: 1500,
  sideBend: 0.1,
  endBend: 0.2,
})

/** The bowl opens behind the stage: this much of its front edge on either side of the top has no seats. */
const OPENING_CM = 2000

/** Nine blocks of chairs on the floor, three across and three deep, lettered from the stage. */
function drawFloor(): DraftSection[] {
  const sections: DraftSection[] = []
  for (const [line, letter] of ['A', 'B', 'C'].entries()) {
    for (const [column, number] of ['1', '2', '3'].entries()) {
      const width = column === 1 ? 1000 : 900
      const x = (column - 1) * 1130
      const y = STAGE_FRONT_Y + 330 + line * 1640
      sections.push(
        drawBand({
          name: `Floor ${letter}${number}`,
          zone: 'Floor',
          path: makeStraightPath([x - width / 2, y], [x + width / 2, y], 'right'),
          rowNames: numberRows(15, 1 + line * 15),
          depthCm: 0,
          rowPitchCm: 95,
          seatPitchCm: SEAT_CM,
          aisleCm: 20,
          stretches: [[0, width]],
          look: () => ({ category: line === 0 ? FRONT : line === 1 ? PRICE_A : PRICE_B }),
        }),
      )
    }
  }
  return sections
}

/** Sections beside the stage see the show from the side, those level with it only a part of it. */
function sideView({ y }: TierSection): 'clear' | 'side' | 'restricted' {
  if (y < STAGE_FRONT_Y - 350) return 'restricted'
  return y < STAGE_FRONT_Y + 700 ? 'side' : 'clear'
}

function isPlatform(section: TierSection, row: number): boolean {
  return row === LOWER_ROWS - 1 && section.index % 3 === 1
}

function lookLower(section: TierSection, { row, index }: SeatPlace): SeatLook {
  const view = sideView(section)
  const category = view === 'restricted' ? PRICE_C : view === 'side' ? PRICE_B : PRICE_A
  const hidden = view === 'restricted' ? SEAT_FLAG.restrictedView : 0
  if (!isPlatform(section, row)) return { category, flags: hidden }
  return { category, flags: hidden | (index % 2 === 0 ? SEAT_FLAG.wheelchair : SEAT_FLAG.companion) }
}

function lookUpper(section: TierSection, { row, index, seatCount }: SeatPlace): SeatLook | null {
  if (section.index % 2 === 0 && row >= 2 && row < 5 && Math.abs(index - (seatCount - 1) / 2) < 2.6)
    return null
  const view = sideView(section)
  if (view === 'restricted') return { category: PRICE_D, flags: SEAT_FLAG.restrictedView }
  return { category: row < 7 && view === 'clear' ? PRICE_C : PRICE_D }
}

function drawStage(): PlanDecor[] {
  const [top, front] = [-3450, STAGE_FRONT_Y]
  return [
    { kind: 'floor', outline: outlinePath(BOWL, -130) },
    { kind: 'stage', outline: drawRectangle(0, (top + front) / 2, 2600, front - top), label: 'Stage' },
    { kind: 'wall', outline: drawRectangle(0, 3590, 520, 240), label: 'Sound' },
  ]
}

/** An arena set for a concert: end stage, blocks on the floor, a bowl of two tiers open behind the stage. */
export function drawArena(): PlanDraft {
  const tier = { path: BOWL, from: OPENING_CM, to: BOWL.length - OPENING_CM, aisleCm: 120 }
  return finishDraft({
    name: 'Arena, end stage',
    focus: [0, STAGE_FRONT_Y],
    categories: makeCategories(['Front floor', 'Price A', 'Price B', 'Price C', 'Price D']),
    decor: drawStage(),
    sections: [
      ...drawFloor(),
      ...drawTier({
        ...tier,
        zone: 'Lower tier',
        firstName: 101,
        sectionCount: 21,
        rowNames: letterRows(LOWER_ROWS),
        depthCm: 0,
        rowPitchCm: 82,
        seatPitchCm: (section, row) => (isPlatform(section, row) ? 90 : SEAT_CM),
        look: lookLower,
      }),
      ...drawTier({
        ...tier,
        zone: 'Upper tier',
        firstName: 201,
        sectionCount: 25,
        rowNames: letterRows(14),
        depthCm: LOWER_ROWS * 82 + 420,
        rowPitchCm: 82,
        seatPitchCm: () => SEAT_CM,
        look: lookUpper,
      }),
    ],
  })
}
