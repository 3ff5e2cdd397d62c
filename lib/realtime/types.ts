/** All seats of a performance at one version; `states` has one byte a seat. */
export type SeatSnapshot = { version: number; states: Uint8Array }
