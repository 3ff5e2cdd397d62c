'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again every `everyMs` while the page is looked at, and at once when somebody comes back to it. */
export function StayCurrent({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (!document.hidden) router.refresh()
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [everyMs, router])
  return null
}
