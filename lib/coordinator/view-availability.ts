import { keepRecent } from '@/lib/platform/keep-recent'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import type { SeatSnapshot } from '@/lib/realtime/types'
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

const recent = keepRecent<Availability>({ maxAgeMs: 1_000, maxEntries: 500, load: encodeSnapshots })

/**
 * The states of all seats, at most a second old: however many ask, one of them reads and encodes. Null where there is
 * no inventory.
 */
export async function viewAvailability(performanceId: string): Promise<Availability | null> {
  return (await recent.get([performanceId])).get(performanceId) ?? null
}

async function encodeSnapshots(performanceIds: string[]): Promise<Map<string, Availability>> {
  const encoded = new Map<string, Availability>()
  for (const performanceId of performanceIds) {
    const snapshot = await readSnapshot(performanceId)
    if (snapshot) encoded.set(performanceId, encodeSnapshot(performanceId, snapshot))
  }
  return encoded
}

function encodeSnapshot(performanceId: string, { version, states }: SeatSnapshot): Availability {
  return {
    ...{ performanceId, version, seatCount: states.length },
    counts: countStates(states),
    states: encodeStates(states),
  }
}
