'use client'

import { useState } from 'react'
import type { View } from '@/lib/seat-map/view'

export type ViewWatch = {
  /** The view on the map, from the core: once a frame while it moves. */
  take(view: View): void
  /** Calls the listener with the view as it is and whenever it changes; returns how to stop. */
  watch(listener: (view: View) => void): () => void
}

/** Hands the map's view on without rendering anything: it changes with every frame. */
export function useViewWatch(): ViewWatch {
  const [watch] = useState(createViewWatch)
  return watch
}

function createViewWatch(): ViewWatch {
  const listeners = new Set<(view: View) => void>()
  let last: View | null = null
  return {
    take(view) {
      last = view
      for (const listener of listeners) listener(view)
    },
    watch(listener) {
      listeners.add(listener)
      if (last) listener(last)
      return () => listeners.delete(listener)
    },
  }
}
