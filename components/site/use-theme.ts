'use client'

import { startTransition, useCallback, useSyncExternalStore } from 'react'
import { readTheme, type Theme } from './theme'

/** Keeps the choice where the server reads it on the next page, so that the first paint has the right lights. */
export type KeepTheme = (theme: Theme) => Promise<void>

function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

const readCurrent = () => readTheme(document.documentElement.dataset.theme)

/** The theme in force, and how to change it; every control on the page follows. `initial` is the cookie's. */
export function useTheme(initial: Theme, keepTheme: KeepTheme): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    watchTheme,
    readCurrent,
    useCallback(() => initial, [initial]),
  )
  const setTheme = (next: Theme) => {
    if (next === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    startTransition(() => keepTheme(next))
  }
  return [theme, setTheme]
}
