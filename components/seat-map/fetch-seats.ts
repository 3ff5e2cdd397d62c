import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'

const maps = new Map<string, Promise<SeatMap>>()

/** The decoded seat map; it never changes, so it is fetched once a page load. Rejects where it cannot be had. */
export function fetchSeatMap(seatMapId: string): Promise<SeatMap> {
  const known = maps.get(seatMapId)
  if (known) return known
  const loading = fetchJson(`/api/v1/seat-maps/${encodeURIComponent(seatMapId)}`).then((plan) =>
    decodePlan(plan as never),
  )
  maps.set(seatMapId, loading)
  // A failure is not kept: the next try asks again.
  loading.catch(() => maps.delete(seatMapId))
  return loading
}

/**
 * The newest snapshot of a performance's seats, as it came; the browser's cache asks with its ETag, so that an unchanged
 * one costs a few bytes. Rejects where it cannot be had.
 */
export function fetchSnapshot(performanceId: string): Promise<unknown> {
  return fetchJson(`/api/v1/performances/${encodeURIComponent(performanceId)}/availability`)
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(15_000),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
