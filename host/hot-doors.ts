import { answerAvailability, availabilityEndpoint } from '../lib/coordinator/doors/availability-door'
import { answerClaim, claimEndpoint } from '../lib/coordinator/doors/claim-door'
import { answerSeatMap, seatMapEndpoint } from '../lib/coordinator/doors/seat-map-door'
import { matchPath } from '../lib/platform/endpoint-input'
import { newId } from '../lib/platform/ids'
import { toProblem } from '../lib/platform/problem'
import { refuse } from '../lib/platform/result'
import type { FetchHandler } from './fetch-server'

/**
 * The few doors that a crowd comes through at once. `host/server.ts` answers them itself, without Next: there a request
 * costs a thirtieth. Each is the same plain function that its route handler in `app/api/v1` calls on Vercel, from
 * `lib/coordinator`, so that both ways in mean the same. `path` is matched against the whole pathname; its named groups
 * become `params`.
 */
export type HotDoor = {
  method: 'GET' | 'POST'
  path: RegExp
  answer(request: Request, params: Record<string, string>): Promise<Response>
}

const doors: HotDoor[] = [
  { method: claimEndpoint.method, path: matchPath(claimEndpoint.path), answer: answerClaim },
  {
    method: availabilityEndpoint.method,
    path: matchPath(availabilityEndpoint.path),
    answer: answerAvailability,
  },
  { method: seatMapEndpoint.method, path: matchPath(seatMapEndpoint.path), answer: answerSeatMap },
]

/**
 * The handler of the hot door that this request goes through, or null: Next answers then. A path that cannot be decoded
 * goes through a door of its own, because Next answers 500 to what is the client's mistake.
 */
export function findHotDoor(
  method: string | undefined,
  url: string | undefined,
  table = doors,
): FetchHandler | null {
  if (table.length === 0 || !url) return null
  const path = url.split('?', 1)[0] as string
  if (!isDecodable(path)) return () => toProblem(refuse('malformed'), newId())
  for (const door of table) {
    if (door.method !== method) continue
    const match = door.path.exec(path)
    if (match) return (request) => door.answer(request, { ...match.groups })
  }
  return null
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
