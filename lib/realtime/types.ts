/** Where the browser finds the live updates: Pusher's own cluster, or any server that speaks its protocol. */
export type RealtimeAddress = { key: string } & (
  | { cluster: string }
  | { host: string; port: number; tls: boolean }
)

/** All seats of a performance at one version; `states` has one byte a seat. */
export type SeatSnapshot = { version: number; states: Uint8Array }
