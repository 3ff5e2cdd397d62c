import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { SeatSubscriber } from '@/lib/realtime/subscribe'
import { type SeatDiff, type Snapshot, scopeOf } from '@/lib/seat-map/live-messages'
import { encodeStates } from '@/lib/seat-map/states'
import { SeatFeed } from '../seat-feed'

export const SEATS = 12

/** The server's side: what is true now, and what it has sent. */
class House {
  states = new Uint8Array(SEATS)
  version = 0
  fetches = 0
  isDown = false
  /** A shared cache that answers with this instead. */
  cached: unknown = null
  subscriber: SeatSubscriber | null = null
  isDivided = false
  watched: readonly number[] = []
  reconnects = 0
  refusals: string[] = []

  change(index: number, state: number): SeatDiff {
    this.states[index] = state
    return { from: this.version, to: ++this.version, seats: [[index, state]] }
  }

  /** The same on a map that is told by section. */
  changeIn(section: number, from: number, index: number, state: number): SeatDiff {
    return { ...this.change(index, state), from, section }
  }

  snapshot(): Snapshot {
    return { version: this.version, states: encodeStates(this.states) }
  }

  open(withSocket = true): SeatFeed {
    return new SeatFeed({
      scope: scopeOf({ seatCount: SEATS, sections: [{ firstSeat: 0 }, { firstSeat: 6 }] }),
      onRefused: (reason) => this.refusals.push(reason),
      random: () => 0.5,
      fetchSnapshot: async () => {
        this.fetches++
        if (this.isDown) throw new Error('down')
        return this.cached ?? this.snapshot()
      },
      ...(withSocket && {
        connect: (subscriber) => {
          this.subscriber = subscriber
          return {
            ...{ isDivided: this.isDivided, overviewMs: this.isDivided ? 500 : 0 },
            watch: (sections) => {
              this.watched = sections
            },
            reconnect: () => {
              this.reconnects++
            },
            close: () => {
              this.subscriber = null
            },
          }
        },
      }),
    })
  }
}

/** A house and a browser's feed of it, anew for every test of a file, with time that the test moves. */
export function feedForEachTest() {
  const rig = {
    house: new House(),
    /** Once it is `started`. */
    feed: null as unknown as SeatFeed,
    async started(withSocket = true): Promise<void> {
      rig.feed = rig.house.open(withSocket)
      rig.feed.start()
      rig.house.subscriber?.onStateChange('live')
      await vi.advanceTimersByTimeAsync(50)
    },
    expectInStep(): void {
      expect(rig.feed.getStates()).toEqual(rig.house.states)
    },
  }
  beforeEach(() => {
    vi.useFakeTimers()
    rig.house = new House()
  })
  afterEach(() => {
    rig.feed.close()
    vi.useRealTimers()
  })
  return rig
}
