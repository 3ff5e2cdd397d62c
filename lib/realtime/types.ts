/** Where the browser finds the live updates: Pusher's own cluster, or any server that speaks its protocol. */
export type RealtimeAddress = { key: string } & (
  | { cluster: string }
  | { host: string; port: number; tls: boolean }
)

/** All seats of a performance at one version; `states` has one byte a seat. */
export type SeatSnapshot = { version: number; states: Uint8Array }

export type SeatPairs = [index: number, state: number][]

/** A numbered batch of seats as they were then; `parts` (section, from, seat count) on maps divided by section. */
export type SeatBatch = {
  version: number
  seats: SeatPairs
  parts: [section: number, from: number, seatCount: number][] | null
}
