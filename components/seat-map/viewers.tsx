'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { cn } from '@/components/ui/cn'
import type { SeatFeed } from './seat-feed'
import type { ViewerCount } from './viewer-counts'

type Props = { feed: SeatFeed | null; className?: string }

/** How many others look at the same section (or map); nothing where that is not known, or hardly anybody. */
export function Viewers({ feed, className }: Props) {
  const t = useTranslations('seatMap.viewers')
  const viewers = useViewers(feed)
  if (!viewers) return null
  return (
    <p className={cn('inline-flex items-center gap-1.5 text-muted text-sm', className)}>
      <Eye aria-hidden className="size-3.5" />
      {t(viewers.of, { count: viewers.others })}
    </p>
  )
}

function useViewers(feed: SeatFeed | null): ViewerCount | null {
  return useSyncExternalStore(
    feed?.viewers.onChange ?? neverChanges,
    () => feed?.viewers.get() ?? null,
    () => null,
  )
}

const neverChanges = () => () => {}
