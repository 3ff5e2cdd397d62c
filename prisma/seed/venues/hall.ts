import { drawBand, type SeatLook, type SeatPlace } from '@/lib/seat-map/drawing/band'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { makeArcPath, makeStraightPath } from '@/lib/seat-map/drawing/path'
import { letterRows } from '@/lib/seat-map/drawing/row-names'
import { drawRoundedRectangle } from '@/lib/seat-map/drawing/shapes'
import { type DraftSection, type PlanDraft, SEAT_FLAG } from '@/lib/seat-map/plan'

const [FRONT, PARTERRE, GALLERY] = [0, 1, 2]
const ROWS = letterRows(9)
const RADIUS_CM = 2600

/** Gently curved rows either side of a middle aisle; the last one ends in wheelchair spaces by the doors. */
function drawParterre(): DraftSection {
  const halfTurn = 0.18
  const half = halfTurn * RADIUS_CM
  return drawBand({
    name: 'Parterre',
    zone: 'Parterre',
    path: makeArcPath([0, -2250], RADIUS_CM, Math.PI / 2 + halfTurn, Math.PI / 2 - halfTurn),
    rowNames: ROWS,
    depthCm: 0,
    rowPitchCm: 92,
    seatPitchCm: 54,
    aisleCm: 100,
    stretches: [
      [0, half],
      [half, 2 * half],
    ],
    look: lookParterre,
  })
}

function lookParterre({ row, index, seatCount }: SeatPlace): SeatLook {
  const category = row < 4 ? FRONT : PARTERRE
  const fromWall = Math.min(index, seatCount - 1 - index)
  if (row < ROWS.length - 1 || fromWall > 1) return { category }
  return { category, flags: fromWall === 0 ? SEAT_FLAG.wheelchair : SEAT_FLAG.companion }
}

/** One raised row and one behind it along each wall, looking across the room; the end by the stage sees less. */
function drawGallery(side: -1 | 1): DraftSection {
  const x = side * 745
  return drawBand({
    name: side < 0 ? 'Gallery Left' : 'Gallery Right',
    zone: 'Gallery',
    path: makeStraightPath([x, 300], [x, 1050], side < 0 ? 'right' : 'left'),
    rowNames: ['A', 'B'],
    depthCm: 40,
    rowPitchCm: 90,
    seatPitchCm: 58,
    aisleCm: 60,
    stretches: [[0, 750]],
    look: ({ index }) => ({
      category: GALLERY,
      ...(index < 2 ? { flags: SEAT_FLAG.restrictedView } : {}),
    }),
  })
}

/** A small hall for chamber music: a parterre and a gallery along both walls. */
export function drawHall(): PlanDraft {
  return finishDraft({
    name: 'Hall',
    focus: [0, 120],
    categories: makeCategories(['Front rows', 'Parterre', 'Gallery']),
    decor: [{ kind: 'stage', outline: drawRoundedRectangle(0, -80, 1000, 460, 40), label: 'Platform' }],
    sections: [drawParterre(), drawGallery(-1), drawGallery(1)],
  })
}
