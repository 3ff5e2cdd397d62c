'use client'

import { useSyncExternalStore } from 'react'

/** Below this the choice is a sheet over the map, above it a panel beside it. */
const PHONE = '(width < 64rem)'

function watchWidth(listener: () => void): () => void {
  const query = window.matchMedia(PHONE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** For what classes cannot decide; false on the server. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(PHONE).matches,
    () => false,
  )
}
