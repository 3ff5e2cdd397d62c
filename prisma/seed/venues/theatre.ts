import { drawBand, type SeatLook, type SeatPlace, type Stretch } from '@/lib/seat-map/drawing/band'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { makeArcPath, makeStraightPath } from '@/lib/seat-map/drawing/path'
import { letterRows } from '@/lib/seat-map/drawing/row-names'
import { drawArc } from '@/lib/seat-map/drawing/shapes'
import { type DraftSection, type PlanDecor, type PlanDraft, SEAT_FLAG } from '@/lib/seat-map/plan'

/** Indices into the categories; Band C, 3, is what lies behind Band B in the balcony. */
const [PREMIUM, BAND_A, BAND_B, BOXES] = [0, 1, 2, 4]
const BASE_CM = 1500
const SEAT_CM = 53
const AISLE_CM = 110

/** All rows share one centre, 10 metres behind the front edge of the stage, which lies at y = 0. */
const HOUSE = makeArcPath([0, -1000], BASE_CM, Math.PI / 2 + 1.2, Math.PI / 2 - 1.2)

/** Stretches of a row that keeps within a half width, parted by aisles that run towards the stage. */
function partRow(depthCm: number, halfWidthCm: number, aisleAngles: readonly number[]): Stretch[] {
  const edge = Math.asin(Math.min(1, halfWidthCm / (BASE_CM + depthCm)))
  const angles = [-edge, ...aisleAngles.filter((angle) => Math.abs(angle) < edge - 0.05), edge]
  const at = (angle: number): number => (angle + 1.2) * BASE_CM
  return angles.slice(1).map((angle, index): Stretch => [at(angles[index] ?? -edge), at(angle)])
}

/** How far a seat is from the middle of its row: 0 in the middle, 1 at the walls. */
function offCenter({ index, seatCount }: SeatPlace): number {
  return Math.abs(index - (seatCount - 1) / 2) / (seatCount / 2)
}

function drawStalls(): DraftSection {
  const rows = letterRows(17)
  const spacesRow = rows.length - 1
  return drawBand({
    name: 'Stalls',
    zone: 'Stalls',
    path: HOUSE,
    rowNames: rows,
    depthCm: 0,
    rowPitchCm: 90,
    seatPitchCm: (row) => (row === spacesRow ? 84 : SEAT_CM),
    aisleCm: AISLE_CM,
    stretches: (row) => partRow(row * 90, 900 + Math.min(row, 14) * 26, [-0.23, 0.23]),
    look: (place) => {
      if (place.row === spacesRow) return lookOfSpaces(place)
      const best = place.row >= 2 && place.row <= 9 && offCenter(place) < 0.62
      return { category: best ? PREMIUM : place.row < 12 ? BAND_A : BAND_B }
    },
  })
}

/** Wheelchair spaces stand level with the rear doors, each with a companion's seat beside it. */
function lookOfSpaces({ index, seatCount }: SeatPlace): SeatLook | null {
  const fromWall = Math.min(index, seatCount - 1 - index)
  if (fromWall > 3) return null
  return { category: BAND_B, flags: fromWall % 2 === 0 ? SEAT_FLAG.wheelchair : SEAT_FLAG.companion }
}

function drawTier(name: string, depthCm: number, rowCount: number, halfWidthCm: number, front: number) {
  return drawBand({
    name,
    zone: name,
    path: HOUSE,
    rowNames: letterRows(rowCount),
    depthCm,
    rowPitchCm: 92,
    seatPitchCm: SEAT_CM,
    aisleCm: AISLE_CM,
    stretches: (row) => partRow(depthCm + row * 92, halfWidthCm + row * 12, [-0.27, -0.09, 0.09, 0.27]),
    look: (place) => {
      const atWall = offCenter(place) > 0.92
      return {
        category: place.row < 3 ? front : front + 1,
        ...(atWall ? { flags: SEAT_FLAG.restrictedView } : {}),
      }
    },
  })
}

/** Four boxes a side along the walls; from the two next to the stage a part of it is out of sight. */
function drawBoxes(): DraftSection[] {
  return ['A', 'B', 'C', 'D'].flatMap((letter, index) =>
    [-1, 1].map((side) => {
      const [nearY, farY] = [120 + index * 270, 120 + index * 270 + 250]
      const x = side * (1330 + index * 34)
      return drawBand({
        name: `Box ${side < 0 ? letter : 'HGFE'[index]}`,
        zone: 'Boxes',
        path: makeStraightPath([x, nearY], [x + side * 31, farY], side < 0 ? 'right' : 'left'),
        rowNames: ['1', '2'],
        depthCm: 45,
        rowPitchCm: 85,
        seatPitchCm: 85,
        aisleCm: 50,
        stretches: [[0, 250]],
        look: () => ({
          category: BOXES,
          ...(index < 2 ? { flags: SEAT_FLAG.restrictedView } : {}),
        }),
      })
    }),
  )
}

function drawStage(): PlanDecor[] {
  const apron = drawArc(0, -1000, 1320, Math.PI / 2 - 0.56, Math.PI / 2 + 0.56)
  return [{ kind: 'stage', outline: [...apron, -800, 0, -800, -620, 800, -620, 800, 0], label: 'Stage' }]
}

/** A proscenium theatre: stalls in a fan, a dress circle and a balcony behind, boxes on the walls. */
export function drawTheatre(): PlanDraft {
  return finishDraft({
    name: 'Theatre',
    focus: [0, 300],
    categories: makeCategories(['Premium', 'Band A', 'Band B', 'Band C', 'Boxes']),
    decor: drawStage(),
    sections: [
      drawStalls(),
      drawTier('Dress Circle', 1780, 6, 1600, BAND_A),
      drawTier('Balcony', 2600, 5, 1700, BAND_B),
      ...drawBoxes(),
    ],
  })
}
