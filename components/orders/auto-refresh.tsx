'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again for as long as this is on the page: every `everyMs`, more slowly each time, not in a hidden tab. */
export function AutoRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    let pauseMs = everyMs
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      if (!document.hidden) router.refresh()
      pauseMs = Math.min(pauseMs * 1.3, 15_000)
      timer = setTimeout(look, pauseMs)
    }
    timer = setTimeout(look, pauseMs)
    return () => clearTimeout(timer)
  }, [everyMs, router])
  return null
}
