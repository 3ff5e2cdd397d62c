import { drawBand } from '@/lib/seat-map/drawing/band'
import { finishDraft } from '@/lib/seat-map/drawing/finish-draft'
import { makeCategories } from '@/lib/seat-map/drawing/palette'
import { makeArcPath, makeStraightPath } from '@/lib/seat-map/drawing/path'
import { drawRectangle, drawRoundedRectangle } from '@/lib/seat-map/drawing/shapes'
import { drawStandingArea } from '@/lib/seat-map/drawing/standing-area'
import { drawTable } from '@/lib/seat-map/drawing/table'
import { type DraftSection, type PlanDecor, type PlanDraft, SEAT_FLAG } from '@/lib/seat-map/plan'

const [TABLES, MEZZANINE, STANDING, BAR] = [0, 1, 2, 3]

type Spot = { name: string; x: number; y: number; turn: number }

/** Tables in two files on the raised terrace of each side, and one line across the room behind the floor. */
const TERRACES: Record<'Terrace Left' | 'Terrace Rear' | 'Terrace Right', Spot[]> = {
  'Terrace Left': placeSideTables(-1, 1),
  'Terrace Rear': Array.from({ length: 6 }, (_, index) => ({
    name: `T${9 + index}`,
    x: (index - 2.5) * 215,
    y: 1265,
    turn: Math.PI / 4,
  })),
  'Terrace Right': placeSideTables(1, 15),
}

function placeSideTables(side: -1 | 1, firstNumber: number): Spot[] {
  return Array.from({ length: 8 }, (_, index) => ({
    name: `T${firstNumber + index}`,
    x: side * (index % 2 === 0 ? 890 : 1105),
    y: 250 + Math.floor(index / 2) * 250 + (index % 2) * 110,
    turn: Math.PI / 4,
  }))
}

function drawTerraces(): { sections: DraftSection[]; decor: PlanDecor[] } {
  const decor: PlanDecor[] = []
  const sections = Object.entries(TERRACES).map(([name, spots]): DraftSection => {
    const tables = spots.map((spot) => drawTable({ ...spot, seatCount: 4, category: TABLES }))
    decor.push(...tables.map(({ table }) => table))
    const side = name === 'Terrace Rear' ? 0 : name === 'Terrace Left' ? -1 : 1
    return {
      name,
      zone: 'Tables',
      kind: 'tables',
      outline:
        side === 0
          ? drawRoundedRectangle(0, 1265, 1360, 260, 40)
          : drawRoundedRectangle(side * 1000, 680, 500, 1140, 40),
      anchor: side === 0 ? [0, 1265] : [side * 1000, 680],
      rows: tables.map(({ row }) => row),
    }
  })
  return { sections, decor }
}

function drawBarStools(): DraftSection {
  return drawBand({
    name: 'Bar',
    zone: 'Bar',
    path: makeStraightPath([-480, 1590], [480, 1590], 'right'),
    rowNames: ['Stool'],
    depthCm: 0,
    rowPitchCm: 80,
    seatPitchCm: 80,
    aisleCm: 0,
    stretches: [[0, 960]],
    look: () => ({ category: BAR }),
  })
}

/** The balcony over the bar: two curved rows, with room for wheelchairs by the lift at its left end. */
function drawMezzanine(): DraftSection {
  const halfTurn = 0.27
  return drawBand({
    name: 'Mezzanine',
    zone: 'Mezzanine',
    path: makeArcPath([0, -2060], 4050, Math.PI / 2 + halfTurn, Math.PI / 2 - halfTurn),
    rowNames: ['A', 'B'],
    depthCm: 0,
    rowPitchCm: 95,
    seatPitchCm: 85,
    aisleCm: 60,
    stretches: [
      [0, halfTurn * 4050],
      [halfTurn * 4050, 2 * halfTurn * 4050],
    ],
    look: ({ row, index }) => ({
      category: MEZZANINE,
      ...(row === 1 && index < 4
        ? { flags: index % 2 === 0 ? SEAT_FLAG.wheelchair : SEAT_FLAG.companion }
        : {}),
    }),
  })
}

/** A music club: a standing floor before the stage, tables on the terraces around it, stools and a mezzanine. */
export function drawClub(): PlanDraft {
  const terraces = drawTerraces()
  return finishDraft({
    name: 'Club',
    focus: [0, 0],
    categories: makeCategories(['Table', 'Mezzanine', 'Standing', 'Bar stool']),
    decor: [
      { kind: 'stage', outline: drawRoundedRectangle(0, -260, 1150, 520, 60), label: 'Stage' },
      { kind: 'bar', outline: drawRectangle(0, 1690, 1120, 90) },
      ...terraces.decor,
    ],
    sections: [
      drawStandingArea({
        name: 'Floor',
        zone: 'Floor',
        outline: [-560, 110, 560, 110, 690, 480, 690, 1060, -690, 1060, -690, 480],
        category: STANDING,
        capacity: 250,
        pitchCm: 72,
        anchor: [0, 680],
      }),
      ...terraces.sections,
      drawBarStools(),
      drawMezzanine(),
    ],
  })
}
