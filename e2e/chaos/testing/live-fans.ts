import { SeatFeed } from '@/components/seat-map/seat-feed'
import { viewAvailability } from '@/lib/coordinator/view-availability'
import { type SeatSubscriber, subscribeToSeats } from '@/lib/realtime/subscribe'
import { type SeatDiff, scopeOf } from '@/lib/seat-map/live-messages'
import type { Line } from './live-house'

export type LiveHall = { performanceId: string; seatCount: number; sections: { firstSeat: number }[] }

/** A browser's feed of a hall: the real client over a real socket, snapshots through the server's one-second cache. */
export function openFeed(line: Line, hall: LiveHall, hear = (diff: unknown): unknown => diff) {
  const { performanceId, seatCount } = hall
  const refusals: string[] = []
  let fetches = 0
  const feed = new SeatFeed({
    scope: scopeOf(hall, performanceId),
    onRefused: (reason) => refusals.push(reason),
    fetchSnapshot() {
      fetches++
      return viewAvailability(performanceId)
    },
    connect(subscriber: SeatSubscriber) {
      const onDiff = (diff: unknown) => subscriber.onDiff(hear(diff))
      return subscribeToSeats(line.address, { performanceId, seatCount }, { ...subscriber, onDiff })
    },
  })
  feed.start()
  return { feed, refusals, fetchCount: () => fetches }
}

/** A client that takes every diff as if nothing could be missing before it. */
export function overlookGaps(diff: unknown): unknown {
  const { to, seats, ...rest } = diff as SeatDiff
  return seats === null ? { from: 0, to: 1, seats: [] } : { ...rest, from: 0, to, seats }
}
