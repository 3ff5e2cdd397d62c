import { z } from 'zod'
import { findPlan, findSeatLabels } from '@/lib/events/seat-maps/queries'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { answerPacked, type PackedJson, packJson } from '@/lib/platform/endpoint-answer'
import { idField } from '@/lib/platform/endpoint-fields'
import { keepRecent } from '@/lib/platform/keep-recent'
import { ok, refuse } from '@/lib/platform/result'
import { servePublic } from './serve-door'

const points = z.array(z.number())
const point = z.tuple([z.number(), z.number()])

const planField = z
  .looseObject({
    id: idField,
    version: z.int(),
    name: z.string(),
    width: z.number().meta({ description: 'Centimetres, as all coordinates; y points down.' }),
    height: z.number(),
    focus: point.meta({ description: 'What every seat looks at.' }),
    sections: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        zone: z.string(),
        kind: z.enum(['seated', 'tables', 'standing']),
        outline: points.meta({ description: 'A polygon, x0,y0,x1,y1,…' }),
        anchor: point,
        rows: z.array(
          z.looseObject({
            name: z.string(),
            numbers: z.string().meta({ description: 'In seat order, as ranges.', example: '1-4;31-34' }),
          }),
        ),
      }),
    ),
    categories: z.array(z.looseObject({ id: z.string(), name: z.string(), color: z.string() })),
    decor: z.array(z.looseObject({ kind: z.string() })),
    seats: z
      .looseObject({
        count: z.int(),
        x: z
          .base64()
          .meta({ description: 'u16, little-endian: the difference to the seat before, modulo 65536.' }),
        y: z.base64().meta({ description: 'As x.' }),
        category: z.base64().meta({ description: 'u8: an index of `categories`.' }),
        flags: z.base64().meta({ description: 'u8: 1 wheelchair, 2 companion, 4 restricted view.' }),
      })
      .meta({ description: 'One entry a seat, by section, then row, then seat.' }),
  })
  .meta({ id: 'SeatMapPlan' })

const labelsField = z.strictObject({ labels: z.array(z.string()) }).meta({ id: 'SeatLabels' })

/** A version never changes. */
const CACHE = 'public, max-age=31536000, immutable'

export const seatMapEndpoint = defineEndpoint({
  method: 'GET',
  path: '/seat-maps/{id}',
  tag: 'Catalogue',
  summary: 'A seat map, or its labels',
  description:
    'The plan; with `format=labels` the seat labels by index. A seat map never changes: keep it for ever.',
  access: 'public',
  query: z.object({ format: z.enum(['plan', 'labels']).default('plan') }),
  answer: { status: 200, description: 'The plan, or the labels.', schema: z.union([planField, labelsField]) },
  cache: CACHE,
})

const BROTLI_QUALITY = 9

type Format = 'plan' | 'labels'

/** What a crowd fetches when an on-sale begins: packed once, the last ones kept. It never changes. */
const packed = keepRecent<PackedJson>({
  maxAgeMs: Number.POSITIVE_INFINITY,
  maxEntries: 24,
  load: packAll,
})

/** `GET /seat-maps/{id}`, for Next's route and for the self-hosted server's hot doors. */
export const answerSeatMap = servePublic(seatMapEndpoint, async ({ params, query, request }) => {
  const key = `${query.format}/${params.id}`
  const found = (await packed.get([key])).get(key)
  return found ? ok(answerPacked(request, found, CACHE)) : refuse('not_found')
})

async function packAll(keys: string[]): Promise<Map<string, PackedJson>> {
  const found = new Map<string, PackedJson>()
  for (const key of keys) {
    const [format, id = ''] = key.split('/')
    const value = await read(format as Format, id)
    if (value) found.set(key, await packJson(value, BROTLI_QUALITY))
  }
  return found
}

async function read(format: Format, id: string): Promise<object | null> {
  if (format === 'plan') return findPlan(id)
  const labels = await findSeatLabels(id)
  return labels && { labels }
}
