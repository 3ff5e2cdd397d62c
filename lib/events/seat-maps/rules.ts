import type { FieldIssue } from '@/lib/platform/errors'
import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import { importManifest } from '@/lib/seat-map/importers/manifest'
import { importPretix } from '@/lib/seat-map/importers/pretix'
import type { DraftRow, Plan, PlanDraft } from '@/lib/seat-map/plan'

export const SEAT_MAP_FORMATS = ['plan', 'manifest', 'pretix'] as const
export type SeatMapFormat = (typeof SEAT_MAP_FORMATS)[number]

export type ReadDraft = { ok: true; draft: PlanDraft } | { ok: false; issues: FieldIssue[] }

/**
 * Reads a seat map as it was sent: a plan of ours (as `GET /seat-maps/{id}` gives it, or as a draft with a list of
 * seats a row) or a pretix seating plan, both as parsed JSON, or a manifest as CSV text or bytes. Nothing is trusted
 * and nothing thrown; a draft of the `plan` format is left to `encodePlan` to check.
 */
export function readSeatMap(format: SeatMapFormat, body: unknown): ReadDraft {
  if (format === 'manifest') {
    if (typeof body === 'string' || body instanceof Uint8Array) return importManifest(body)
    return { ok: false, issues: [{ path: '', message: 'is not CSV text' }] }
  }
  if (format === 'pretix') return importPretix(body)
  return hasColumns(body) ? readPlan(body) : { ok: true, draft: body as PlanDraft }
}

function hasColumns(body: unknown): body is Plan {
  return typeof body === 'object' && body !== null && 'seats' in body
}

function readPlan(plan: Plan): ReadDraft {
  try {
    return { ok: true, draft: toDraft(decodePlan(plan)) }
  } catch (error) {
    // PlanError says what is wrong; anything else means that the JSON is of some other shape altogether.
    const message =
      error instanceof Error && error.name === 'PlanError' ? error.message : 'is not a seat-map plan'
    return { ok: false, issues: [{ path: 'seats', message }] }
  }
}

/** The map as it would have been drawn. */
function toDraft(map: SeatMap): PlanDraft {
  const { name, width, height, focus, categories, decor, sections } = map
  return {
    ...{ name, width, height, focus, categories, decor },
    sections: sections.map(({ name, zone, kind, outline, anchor, rows }) => ({
      ...{ name, zone, kind, outline, anchor },
      rows: rows.map((row): DraftRow => ({ name: row.name, seats: toSeats(map, row) })),
    })),
  }
}

function toSeats(map: SeatMap, { firstSeat, seatCount }: { firstSeat: number; seatCount: number }) {
  return Array.from({ length: seatCount }, (_, at) => {
    const index = firstSeat + at
    return {
      number: map.numberOf(index),
      x: map.x[index] ?? -1,
      y: map.y[index] ?? -1,
      category: map.category[index] ?? -1,
      flags: map.flags[index],
    }
  })
}
