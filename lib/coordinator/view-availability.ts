import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import { countStates, encodeStates } from '@/lib/seat-map/states'

/** The map of a performance as `GET /performances/{id}/availability` answers it. */
export type Availability = {
  performanceId: string
  version: number
  seatCount: number
  counts: { free: number; held: number; sold: number; blocked: number }
  /** Base64 of two bits a seat. */
  states: string
}

const KEEP_MS = 1_000
const kept = new Map<string, { at: number; answer: Promise<Availability | null> }>()

/**
 * The states of all seats, at most a second old: however many ask, one of them reads and encodes. Null where there is
 * no inventory.
 */
export function viewAvailability(performanceId: string): Promise<Availability | null> {
  const now = Date.now()
  const recent = kept.get(performanceId)
  if (recent && now - recent.at < KEEP_MS) return recent.answer
  const answer = encodeSnapshot(performanceId)
  kept.set(performanceId, { at: now, answer })
  answer.catch(() => kept.delete(performanceId))
  if (kept.size > 500) for (const [key, { at }] of kept) if (now - at > KEEP_MS) kept.delete(key)
  return answer
}

async function encodeSnapshot(performanceId: string): Promise<Availability | null> {
  const snapshot = await readSnapshot(performanceId)
  if (!snapshot) return null
  const { version, states } = snapshot
  return {
    performanceId,
    version,
    seatCount: states.length,
    counts: countStates(states),
    states: encodeStates(states),
  }
}
