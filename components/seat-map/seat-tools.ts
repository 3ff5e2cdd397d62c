'use client'

import { createContext, type RefObject, useContext } from 'react'

/** What the map, the list and the legend share beside the seats themselves. */
export type SeatToolsValue = {
  /** The seat that the keyboard was at last, on the map or in the list; -1 for none yet. */
  focus: RefObject<number>
  /** The free seats inside a loop drawn on the map, and its middle; absent where no loop can be drawn. */
  onLasso?(seats: readonly number[], middle: { x: number; y: number }): void
  /** Takes every filter away; null while there is none, absent where nothing can be filtered. */
  onShowAll?: (() => void) | null
  /** Shows the list instead of the map. */
  onShowList?(): void
}

/** Around whatever shows the seats of one performance. */
export const SeatTools = createContext<SeatToolsValue>({ focus: { current: -1 } })

/** The tools around; without any, a focus that nobody shares. */
export function useSeatTools(): SeatToolsValue {
  return useContext(SeatTools)
}
