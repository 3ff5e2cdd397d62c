import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { importSeatMap } from '@/lib/coordinator/import-seat-map'
import { mediaTypeOf, parseJson } from '@/lib/platform/endpoint-body'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { importSeatMapEndpoint } from './endpoint'

export const POST = serveOrganizer(
  importSeatMapEndpoint,
  'manager',
  async ({ params, query, body, who, request }) => {
    const { format } = query
    const read = readMap(format === 'manifest' ? 'text/csv' : 'application/json', mediaTypeOf(request), body)
    if (!read.ok) return read
    const { organizerId } = who
    const imported = await importSeatMap({ organizerId, venueId: params.id, format, body: read.value })
    if (!imported.ok) return imported
    const { id, seatCount, sectionCount, rowCount } = imported.value
    return ok({ id, seatCount, sectionCount, rowCount })
  },
)

function readMap(wanted: string, given: string, bytes: Uint8Array): Result<unknown, 'malformed'> {
  if (given !== wanted)
    return refuse('malformed', { detail: `Content-Type must be ${wanted} for this format` })
  return wanted === 'text/csv' ? ok(bytes) : parseJson(bytes)
}
