'use client'

import { useEffect } from 'react'
import { forgetKept, readKept } from './kept-tickets'

/** Lets tickets that this phone keeps go, as soon as it is not their owner who is here: signed out, or someone else. */
export function ForgetTickets({ owner }: { owner: string }) {
  useEffect(() => {
    readKept()
      .then((kept) => (kept && kept.owner !== owner ? forgetKept() : undefined))
      .catch(() => {})
  }, [owner])
  return null
}
