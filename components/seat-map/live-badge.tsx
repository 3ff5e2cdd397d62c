'use client'

import { useTranslations } from 'next-intl'
import type { FeedStatus } from './seat-feed'

/** Says whether what is shown is live; changes are read out. */
export function LiveBadge({ mode, isFailing }: Pick<FeedStatus, 'mode' | 'isFailing'>) {
  const t = useTranslations('seatMap.mode')
  const state = isFailing ? 'failing' : mode
  const dot = { live: 'bg-good', connecting: 'bg-muted', polling: 'bg-muted', failing: 'bg-danger' }[state]
  return (
    <p role="status" className="inline-flex items-center gap-2 text-muted text-sm">
      <span aria-hidden className={`size-2 rounded-full ${dot}`} />
      {t(state)}
    </p>
  )
}
