import { decodePlan, type SeatMap } from '../decode-plan'
import { encodePlan } from '../encode-plan'
import type { DraftRow, PlanDraft } from '../plan'

/** For tests: a hall of two blocks, Left and Right of an aisle, three rows of ten seats each. */
export function hallDraft(): PlanDraft {
  const rowsAt = (startX: number): DraftRow[] =>
    [1, 2, 3].map((row) => ({
      name: String(row),
      seats: Array.from({ length: 10 }, (_, n) => ({
        number: String(n + 1),
        x: startX + n * 52,
        y: 500 + row * 90,
        category: row === 1 ? 0 : 1,
        flags: row === 3 && n === 9 ? 1 : 0,
      })),
    }))
  return {
    name: 'Hall',
    width: 2000,
    height: 1200,
    focus: [1000, 300],
    categories: [
      { id: 'cat-1', name: 'Front', color: '#e0a030' },
      { id: 'cat-2', name: 'Back', color: '#4a90d9' },
    ],
    decor: [{ kind: 'stage', outline: [400, 100, 1600, 100, 1600, 300, 400, 300], label: 'Stage' }],
    sections: [
      { name: 'Left', zone: 'Stalls', kind: 'seated', rows: rowsAt(300) },
      { name: 'Right', zone: 'Stalls', kind: 'seated', rows: rowsAt(1000) },
    ],
  }
}

/** The same, decoded. */
export function hallMap(): SeatMap {
  const encoded = encodePlan(hallDraft(), { id: 'hall', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  return decodePlan(encoded.plan)
}
