/** A numbered diff: bring a map from version `from` to `to` by painting these seats. */
export type SeatDiff = { from: number; to: number; seats: [index: number, state: number][] }

/** All seats of a performance at one version; `states` has one byte a seat. */
export type SeatSnapshot = { version: number; states: Uint8Array }
