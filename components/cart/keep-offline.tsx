'use client'

import { useEffect } from 'react'

/** Nobody waits for this: the page and what is done on it come first. */
const DELAY_MS = 2_500
const HOUR_MS = 3_600_000

type Props = {
  /** When the last hold ends, ISO 8601. */
  until: string
  isOn: boolean
}

/** Has the browser able to say what is in the cart while it cannot reach the server. */
export function KeepOffline({ until, isOn }: Props) {
  useEffect(() => {
    if (!isOn) return
    const overAt = new Date(Date.parse(until) + HOUR_MS).toISOString()
    const timer = setTimeout(async () => {
      const { keepOfflinePage } = await import('../orders/kept-tickets')
      // No room, no signal, a private window: the page works as it did.
      await keepOfflinePage(overAt).catch(() => {})
    }, DELAY_MS)
    return () => clearTimeout(timer)
  }, [until, isOn])
  return null
}
