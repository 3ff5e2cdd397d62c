import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { findPlan, findSeatLabels } from '@/lib/events/seat-maps/queries'
import { answerPacked, type PackedJson, packJson } from '@/lib/platform/endpoint-answer'
import { ok, refuse } from '@/lib/platform/result'
import { findSeatMapEndpoint, SEAT_MAP_CACHE } from './endpoint'

const MAX_KEPT = 24
const BROTLI_QUALITY = 9

/** What a crowd fetches when an on-sale begins: packed once, the last ones kept. */
const kept = new Map<string, Promise<PackedJson | null>>()

export const GET = servePublic(findSeatMapEndpoint, async ({ params, query, request }) => {
  const packed = await packOnce(params.id, query.format)
  return packed ? ok(answerPacked(request, packed, SEAT_MAP_CACHE)) : refuse('not_found')
})

function packOnce(id: string, format: 'plan' | 'labels'): Promise<PackedJson | null> {
  const key = `${format}/${id}`
  const packing = kept.get(key) ?? pack(id, format)
  kept.delete(key)
  kept.set(key, packing)
  // What does not exist, or failed, is asked for anew.
  packing.then(
    (packed) => packed ?? kept.delete(key),
    () => kept.delete(key),
  )
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break
    kept.delete(oldest)
  }
  return packing
}

async function pack(id: string, format: 'plan' | 'labels'): Promise<PackedJson | null> {
  if (format === 'plan') {
    const plan = await findPlan(id)
    return plan && packJson(plan, BROTLI_QUALITY)
  }
  const labels = await findSeatLabels(id)
  return labels && packJson({ labels }, BROTLI_QUALITY)
}
