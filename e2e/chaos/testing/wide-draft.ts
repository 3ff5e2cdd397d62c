import type { PlanDraft } from '@/lib/seat-map/plan'

/** A hall of equal sections `A`, `B`, … side by side, of one category, `Stalls`. */
export function wideDraft(sectionCount: number, rows: number, seatsPerRow: number): PlanDraft {
  const widthCm = 300 + seatsPerRow * 55
  return {
    name: 'Wide hall',
    ...{ width: 200 + sectionCount * widthCm, height: 600 + rows * 90, focus: [100, 100] },
    categories: [{ id: 'cat-1', name: 'Stalls', color: '#e0a030' }],
    decor: [],
    sections: Array.from({ length: sectionCount }, (_, section) => ({
      ...{ name: String.fromCharCode(65 + section), zone: '', kind: 'seated' as const },
      rows: Array.from({ length: rows }, (_, row) => ({
        name: String(row + 1),
        seats: Array.from({ length: seatsPerRow }, (_, seat) => ({
          ...{ number: String(seat + 1), category: 0 },
          ...{ x: 200 + section * widthCm + seat * 55, y: 500 + row * 90 },
        })),
      })),
    })),
  }
}
