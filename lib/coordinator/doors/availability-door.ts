import { z } from 'zod'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { answerPacked, type PackedJson, packJson } from '@/lib/platform/endpoint-answer'
import { idField } from '@/lib/platform/endpoint-fields'
import { ok, refuse } from '@/lib/platform/result'
import { type Availability, viewAvailability } from '../view-availability'
import { servePublic } from './serve-door'

const count = z.int().min(0)

/** A crowd shares an answer for a second; whoever asks again with its ETag hears 304 while nothing changes. */
const CACHE = 'public, max-age=0, s-maxage=1, must-revalidate'

export const availabilityEndpoint = defineEndpoint({
  method: 'GET',
  path: '/performances/{id}/availability',
  tag: 'Catalogue',
  summary: 'The state of every seat',
  description:
    '`states` is base64 of two bits a seat, seat 0 in the lowest bits of byte 0: 0 free, 1 held, 2 sold, 3 blocked. ' +
    'Which seat has which index: `GET /seat-maps/{id}?format=labels`. At most a second old.',
  access: 'public',
  answer: {
    status: 200,
    description: 'The map as it stands.',
    schema: z
      .strictObject({
        performanceId: idField,
        version: count,
        seatCount: count,
        counts: z.strictObject({ free: count, held: count, sold: count, blocked: count }),
        states: z.base64(),
      })
      .meta({ id: 'Availability' }),
  },
  errors: ['not_found'],
  cache: CACHE,
})

/**
 * In seats sold one here, one there, the lower qualities take chance for repetition: 9 % more bytes. This one costs ten
 * milliseconds, off the event loop, at most once a second.
 */
const BROTLI_QUALITY = 10

/** `viewAvailability` answers with one object for a second: it is packed once, however many ask. */
const packed = new WeakMap<Availability, Promise<PackedJson>>()

/** `GET /performances/{id}/availability`, for Next's route and for the self-hosted server's hot doors. */
export const answerAvailability = servePublic(availabilityEndpoint, async ({ params, request }) => {
  if (!(await findSaleFacts(params.id))) return refuse('not_found')
  const availability = await viewAvailability(params.id)
  return availability ? ok(answerPacked(request, await packOnce(availability), CACHE)) : refuse('not_found')
})

function packOnce(availability: Availability): Promise<PackedJson> {
  const known = packed.get(availability)
  if (known) return known
  const packing = packJson(availability, BROTLI_QUALITY)
  packed.set(availability, packing)
  return packing
}
