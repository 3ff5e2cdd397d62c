import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { buildGrid } from '@/lib/seat-map/grid'
import type { PlanDraft } from '@/lib/seat-map/plan'
import { walkFrom } from '@/lib/seat-map/walk'
import { drawArena } from './arena'
import { drawClub } from './club'
import { drawHall } from './hall'
import { drawStadium } from './stadium'
import { drawTheatre } from './theatre'

/** The seats that arrow keys lead to from the first one, however often they are pressed. */
function countReached(draft: PlanDraft): { seats: number; reached: number } {
  const encoded = encodePlan(draft, { id: 'map', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  const map = decodePlan(encoded.plan)
  const grid = buildGrid(map)
  const reached = new Set([0])
  for (const seat of reached)
    for (const way of ['left', 'right', 'up', 'down'] as const) reached.add(walkFrom(map, grid, seat, way))
  return { seats: map.seatCount, reached: reached.size }
}

const VENUES = [
  ['theatre', drawTheatre],
  ['club', drawClub],
  ['arena', drawArena],
  ['stadium', drawStadium],
  ['hall', drawHall],
] as const

describe('with the arrow keys alone', () => {
  it.each(VENUES)('every seat of the %s is come to', (_name, draw) => {
    const { seats, reached } = countReached(draw())
    expect(reached).toBe(seats)
  })
})
