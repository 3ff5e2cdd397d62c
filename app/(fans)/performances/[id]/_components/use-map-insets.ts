'use client'

import { useSyncExternalStore } from 'react'

/** The sheet's height while it is closed, over the map's foot; see `choice-panel.tsx`. */
const SHEET_PX = 112
const BELOW_SHEET = { top: 0, right: 0, bottom: SHEET_PX, left: 0 }
const NONE = { top: 0, right: 0, bottom: 0, left: 0 }
const PHONE = '(width < 64rem)'

function watchWidth(listener: () => void): () => void {
  const query = window.matchMedia(PHONE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** What lies over the map's edges. */
export function useMapInsets() {
  const isPhone = useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(PHONE).matches,
    () => false,
  )
  return isPhone ? BELOW_SHEET : NONE
}
