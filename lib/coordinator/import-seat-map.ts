import { readSeatMap, type SeatMapFormat } from '@/lib/events/seat-maps/rules'
import { insertSeatMap } from '@/lib/events/seat-maps/store'
import { findOwnVenue } from '@/lib/events/venues/queries'
import { lockVenue } from '@/lib/events/venues/store'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'

export type ImportedSeatMap = {
  id: string
  version: number
  name: string
  seatCount: number
  sectionCount: number
  rowCount: number
}

/**
 * Publishes a seat map of an organizer's venue, once and for all, as the next version of its name. `body` is parsed
 * JSON (`plan`, `pretix`) or CSV (`manifest`). Refusals: `not_found`; `invalid` with every line or path that is
 * wrong, and then nothing is stored.
 */
export async function importSeatMap({
  organizerId,
  venueId,
  format,
  body,
}: {
  organizerId: string
  venueId: string
  format: SeatMapFormat
  body: unknown
}): Promise<Result<ImportedSeatMap, 'invalid' | 'not_found'>> {
  const own = await findOwnVenue({ organizerId, venueId })
  if (!own) return refuse('not_found')
  const read = readSeatMap(format, body)
  if (!read.ok) return refuse('invalid', { errors: read.issues })
  // A manifest has no name of its own.
  const draft = format === 'manifest' ? { ...read.draft, name: own.name } : read.draft
  const encoded = encodePlan(draft, { id: newId(), version: 1 })
  if (!encoded.ok) return refuse('invalid', { errors: encoded.issues })
  const { plan } = encoded
  const map = decodePlan(plan)
  return inTransaction(async (tx) => {
    const venue = await lockVenue(tx, { organizerId, venueId })
    if (!venue) return refuse('not_found')
    const version = await insertSeatMap(tx, { venueId: venue.id, plan, map })
    const { id, name, seatCount, sections, rows } = map
    return ok({ id, version, name, seatCount, sectionCount: sections.length, rowCount: rows.length })
  })
}
