import type { SeatDiff } from '@/lib/seat-map/live-messages'
import type { RealtimeAddress, SeatBatch, SeatPairs } from './types'

/** Where a performance's changes are heard: of one section on a divided map, else of all of it. */
export function channelOf(performanceId: string, section?: number): string {
  const whole = `performance-${performanceId}`
  return section === undefined ? whole : `${whole}-section-${section}`
}

/** The one event on it: a batch of seats. */
export const SEATS_EVENT = 'seats'

/** Fewer seats than this are told of in one channel: nobody is spared enough by dividing them. */
const UNDIVIDED_SEATS = 5_000

/**
 * Whether a map's changes go to a channel a section. The performance's own channel is then the overview: what changed
 * anywhere, a little later and all at once.
 */
export function isDivided(seatCount: number): boolean {
  return seatCount > UNDIVIDED_SEATS
}

/** How often the overview of a divided map is told, at most. */
export const OVERVIEW_MS = 500

/** Batches are at least this far apart: what is committed meanwhile waits for the next. */
export const COALESCE_MS = 40

/** `[199999,3],` takes eleven bytes: so many seats stay below 7 kB, and Pusher's limit is 10. */
export const MAX_MESSAGE_SEATS = 500

/** Seats by index, in batches that each fit into a message. */
export function splitSeats(seats: SeatPairs): SeatPairs[] {
  const count = Math.ceil(seats.length / MAX_MESSAGE_SEATS)
  return Array.from({ length: count }, (_, i) =>
    seats.slice(i * MAX_MESSAGE_SEATS, (i + 1) * MAX_MESSAGE_SEATS),
  )
}

type BatchPart = NonNullable<SeatBatch['parts']>[number]

/**
 * Divides the seats of batch `to` (by index, and so by section) and notes in `versions` that it touched their sections.
 */
export function divideBatch(
  seats: SeatPairs,
  to: number,
  sectionOf: ArrayLike<number>,
  versions: number[],
): BatchPart[] {
  const parts: BatchPart[] = []
  for (const [index] of seats) {
    const section = sectionOf[index] ?? 0
    const last = parts.at(-1)
    if (last?.[0] === section) last[2] += 1
    else parts.push([section, versions[section] ?? 0, 1])
  }
  for (const [section] of parts) {
    while (versions.length <= section) versions.push(0)
    versions[section] = to
  }
  return parts
}

/** The messages of a batch: one, or one a section. */
export function diffsOf({ version: to, seats, parts }: SeatBatch): SeatDiff[] {
  if (!parts) return [{ from: to - 1, to, seats }]
  let at = 0
  return parts.map(([section, from, seatCount]) => {
    at += seatCount
    return { from, to, section, seats: seats.slice(at - seatCount, at) }
  })
}

/**
 * What the batches after `from` up to `to` have come to: every seat once, as the last of them has it. Without seats
 * where that is more than a message holds, or where a batch is missing.
 */
export function foldBatches(from: number, to: number, batches: readonly SeatBatch[]): SeatDiff {
  if (batches.length !== to - from) return { from, to, seats: null }
  const states = new Map<number, number>()
  for (const { seats } of batches) for (const [index, state] of seats) states.set(index, state)
  if (states.size > MAX_MESSAGE_SEATS) return { from, to, seats: null }
  return { from, to, seats: [...states].sort(([a], [b]) => a - b) }
}

type Settings = {
  PUSHER_KEY: string
  PUSHER_CLUSTER?: string
  PUSHER_HOST?: string
  PUSHER_PORT?: number
  PUSHER_SCHEME?: 'http' | 'https'
}

/** What the settings name, the same for who publishes and who listens: a server of one's own, else Pusher's cluster. */
export function decideAddress(settings: Settings): RealtimeAddress {
  const { PUSHER_KEY: key, PUSHER_CLUSTER: cluster = '', PUSHER_HOST: host } = settings
  if (!host) return { key, cluster }
  const tls = settings.PUSHER_SCHEME !== 'http'
  return { key, host, port: settings.PUSHER_PORT ?? (tls ? 443 : 80), tls }
}
