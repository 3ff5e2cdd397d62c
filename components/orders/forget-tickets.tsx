'use client'

import { useEffect } from 'react'
import { KEPT_CACHE } from './kept-cache'

/** Lets tickets that this phone keeps go, as soon as it is not their owner who is here: signed out, or someone else. */
export function ForgetTickets({ owner }: { owner: string }) {
  useEffect(() => {
    forget(owner).catch(() => {})
  }, [owner])
  return null
}

/** Most browsers keep none, and on every page: the code that knows how is fetched where there is something to forget. */
async function forget(owner: string): Promise<void> {
  if (!('caches' in window) || !(await caches.has(KEPT_CACHE))) return
  const { forgetKept, readKept } = await import('./kept-tickets')
  const kept = await readKept()
  if (kept && kept.owner !== owner) await forgetKept()
}
