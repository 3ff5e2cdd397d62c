'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

/** Said where the browser has no network; gone when it is back. What is held is the server's to keep, and it does. */
export function OfflineBanner() {
  const t = useTranslations('site.offline')
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  )
  return (
    <div role="status" className="sticky top-0 z-40 empty:hidden">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-center font-medium text-ground text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('text')}
        </p>
      )}
    </div>
  )
}

function watchNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
