import { z } from 'zod'
import { SEAT_MAP_FORMATS } from '@/lib/events/seat-maps/rules'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField } from '@/lib/platform/endpoint-fields'

/** 200,000 seats, the most a map has, fit in the wordiest plan of ours. */
const MAX_BYTES = 16 * 1024 * 1024

export const importSeatMapEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/venues/{id}/seat-maps',
  tag: 'Organizers',
  summary: 'Import a seat map',
  description:
    'A plan of ours (`application/json`, as `GET /seat-maps/{id}` gives it or with a list of seats a row), a pretix ' +
    'seating plan (`?format=pretix`), or a manifest (`?format=manifest`, `text/csv`) with the columns ' +
    '`stand,section,row,seats`, where seats is a count or ranges such as `1-4;31-34`. `invalid` names each line or ' +
    'path that is wrong, and nothing is stored. At most 16 MB and 200,000 seats.',
  access: 'organizer',
  query: z.object({ format: z.enum(SEAT_MAP_FORMATS).default('plan') }),
  body: { kind: 'bytes', mediaTypes: ['application/json', 'text/csv'], maxBytes: MAX_BYTES },
  answer: {
    status: 201,
    description: 'A published version, which never changes.',
    schema: z.strictObject({ id: idField, seatCount: z.int(), sectionCount: z.int(), rowCount: z.int() }),
  },
})
