'use client'

import { useEffect } from 'react'

/** Keeps the screen on while `isOn` and the page is seen: a code that goes dark in the queue scans nothing. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const take = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (isGone) await lock.release()
      } catch {
        // Low battery, or not allowed: the screen dims as it always did.
      }
    }
    take()
    // Hiding the page ends the lock, so it is asked for again.
    document.addEventListener('visibilitychange', take)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', take)
      lock?.release().catch(() => {})
    }
  }, [isOn])
}
