import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { type DraftRow, type PlanDraft, SEAT_STATE } from '@/lib/seat-map/plan'

const BLOCK_SIDE = 30
const BLOCK_CM = { width: 1_700, height: 2_700 }

/** Blocks of thirty rows of thirty, as many as `seatCount` (1…200,000) needs. */
function blocksDraft(seatCount: number): PlanDraft {
  const blockCount = Math.ceil(seatCount / BLOCK_SIDE ** 2)
  const columns = Math.ceil(Math.sqrt(blockCount * (BLOCK_CM.height / BLOCK_CM.width)))
  const width = columns * BLOCK_CM.width + 600
  const stage = [width * 0.3, 200, width * 0.7, 200, width * 0.7, 900, width * 0.3, 900].map(Math.round)
  return {
    ...{ name: 'Blocks', width, height: Math.ceil(blockCount / columns) * BLOCK_CM.height + 1_600 },
    focus: [Math.round(width / 2), 900],
    categories: ['#435ce6', '#cc7200', '#2d8f9e'].map((color, at) => ({
      ...{ id: `cat-${at + 1}`, name: `Category ${at + 1}`, color },
    })),
    decor: [{ kind: 'stage', outline: stage, label: 'Stage' }],
    sections: Array.from({ length: blockCount }, (_, block) => {
      const row = Math.floor(block / columns)
      const left = seatCount - block * BLOCK_SIDE ** 2
      const corner = { x: 400 + (block % columns) * BLOCK_CM.width, y: 1_200 + row * BLOCK_CM.height }
      const rows = blockRows(corner.x, corner.y, Math.min(left, BLOCK_SIDE ** 2), row % 3)
      return { name: String(101 + block), zone: '', kind: 'seated', rows }
    }),
  }
}

/** The same, decoded. */
export function blocksMap(seatCount: number): SeatMap {
  const encoded = encodePlan(blocksDraft(seatCount), { id: `blocks-${seatCount}`, version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  return decodePlan(encoded.plan)
}

function blockRows(x: number, y: number, seatCount: number, category: number): DraftRow[] {
  return Array.from({ length: Math.ceil(seatCount / BLOCK_SIDE) }, (_, row) => ({
    name: String(row + 1),
    seats: Array.from({ length: Math.min(BLOCK_SIDE, seatCount - row * BLOCK_SIDE) }, (_, seat) => ({
      number: String(seat + 1),
      x: x + seat * 52,
      y: y + row * 82,
      category,
    })),
  }))
}

/** A house half sold, the same every time. */
export function busyStates(seatCount: number): Uint8Array {
  return Uint8Array.from({ length: seatCount }, (_, index) => {
    // Neighbours mostly share a lot, as parties do; the multiplier is Knuth's.
    const lot = (Math.imul(index >> 2, 2_654_435_761) >>> 0) % 100
    return lot < 45 ? SEAT_STATE.sold : lot < 50 ? SEAT_STATE.held : lot < 53 ? SEAT_STATE.blocked : 0
  })
}
