'use client'

import { useEffect, useState } from 'react'

const HINT_MS = 6_000
const told = new Set<string>()

/** Words that are said once a visit, for as long as they take to read; null the rest of the time. */
export function useHintOnce(): { text: string | null; tell(id: string, text: string): void } {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (text === null) return
    const timer = setTimeout(() => setText(null), HINT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return {
    text,
    tell(id, next) {
      if (told.has(id)) return
      told.add(id)
      setText(next)
    },
  }
}

/** A line over the map's upper edge that says why it just did what it did. Nothing to press, nothing in the way. */
export function MapHint({ text }: { text: string | null }) {
  return (
    <div
      role="status"
      className="pointer-events-none absolute inset-x-3 top-3 z-10 grid justify-items-center text-sm"
    >
      {text && (
        <p className="max-w-sm animate-rise-in text-balance rounded-control bg-ink px-3 py-2 text-center text-ground shadow-lift">
          {text}
        </p>
      )}
    </div>
  )
}
