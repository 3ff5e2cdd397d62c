import type { DraftRow, DraftSection, PlanDraft } from '@/lib/seat-map/plan'
import { SEAT_FLAG, SEAT_STATE } from '@/lib/seat-map/plan'

const CATEGORIES: PlanDraft['categories'] = [
  { id: 'cat-1', name: 'Front', color: '#2f7fc1' },
  { id: 'cat-2', name: 'Back', color: '#cc7200' },
]

const SEATS = 6
const { wheelchair, companion, restrictedView } = SEAT_FLAG
const { free, held, sold, blocked } = SEAT_STATE

/** A row each: what its seats are, and how they stand. */
const ROWS: { flags?: number; state?: number; category?: number; mark?: 'mine' | 'pending' }[] = [
  { state: free },
  { flags: wheelchair },
  { flags: companion },
  { flags: restrictedView },
  { state: held },
  { state: sold },
  { state: blocked },
  { mark: 'mine' },
  { mark: 'pending' },
  { category: 1 },
]

const indexesOf = (mark: 'mine' | 'pending') =>
  ROWS.flatMap((row, at) =>
    row.mark === mark ? Array.from({ length: SEATS }, (_, n) => at * SEATS + n) : [],
  )

/** How the rows of `drawLooks` stand; its second category is filtered out. */
export const LOOKS = {
  states: Uint8Array.from(
    { length: ROWS.length * SEATS },
    (_, at) => ROWS[Math.floor(at / SEATS)]?.state ?? 0,
  ),
  mine: indexesOf('mine'),
  pending: indexesOf('pending'),
  wanted: [0],
}

/** Every look that a seat can have, a row each. */
export function drawLooks(): PlanDraft {
  const rows = ROWS.map(({ flags = 0, category = 0 }, row): DraftRow => {
    const seats = seatsAt(300, 300 + row * 80, SEATS, category)
    return { name: String(row + 1), seats: seats.map((seat) => ({ ...seat, flags })) }
  })
  const sections: DraftSection[] = [{ name: 'Looks', zone: '', kind: 'seated', rows }]
  return {
    name: 'Looks',
    width: 1_000,
    height: 1_300,
    focus: [450, 0],
    categories: CATEGORIES,
    decor: [],
    sections,
  }
}

const NAMES = [
  'Stalls',
  'Haupttribüne Nordwest, Oberrang rechts',
  'יציע מזרחי עליון',
  'المدرج الشمالي العلوي الأيمن',
  'Box 7',
  'Circle with a restricted but charming view',
  'יציע 12',
  '104',
]

/** Sections with long names, and with names that are read from right to left. */
export function drawNames(): PlanDraft {
  const sections = NAMES.map((name, at): DraftSection => {
    const rows = Array.from({ length: 14 }, (_, row): DraftRow => {
      const corner = { x: 300 + (at % 2) * 2_000, y: 700 + Math.floor(at / 2) * 1_400 + row * 80 }
      return { name: String(row + 1), seats: seatsAt(corner.x, corner.y, at < 4 ? 34 : 14, at % 2) }
    })
    return { name, zone: '', kind: 'seated', rows }
  })
  return {
    ...{ name: 'Names', width: 4_400, height: 6_400, focus: [2_200, 300], categories: CATEGORIES },
    decor: [{ kind: 'stage', outline: [800, 0, 3_600, 0, 3_600, 400, 800, 400], label: 'במה' }],
    sections,
  }
}

function seatsAt(x: number, y: number, count: number, category: number): DraftRow['seats'] {
  return Array.from({ length: count }, (_, at) => ({ number: String(at + 1), x: x + at * 52, y, category }))
}
