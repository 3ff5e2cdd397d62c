/** Somebody in line, as a call sees them. */
export type InLine = { id: string; category: number; seatCount: number; takesFewer: boolean }

/** A seat that can be given to whoever is next. `returnedAt`: it is a returned ticket's; null for any other. */
export type Supplied = { seatIndex: number; category: number; returnedAt: Date | null }

/** Whom to call with which seats. */
export type Call = { entryId: string; seatIndexes: number[] }
