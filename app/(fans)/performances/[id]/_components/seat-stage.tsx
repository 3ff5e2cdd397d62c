'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, Suspense, useEffect, useMemo } from 'react'
import { LiveBadge } from '@/components/seat-map/live-badge'
import { SeatAnnouncer } from '@/components/seat-map/seat-announcer'
import type { SeatMapHandle } from '@/components/seat-map/seat-map'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { lazyPart } from '@/components/ui/lazy-part'
import { afterPaint } from '@/lib/seat-map/renderer/after-paint'
import type { SeatFilter } from '@/lib/seat-map/seat-filter'
import { MapSkeleton } from './map-skeleton'
import { SeatsNoticeBar } from './seats-notice-bar'
import type { StageView } from './stage-tools'
import { useIsPhone } from './use-is-phone'
import type { Prices } from './use-prices'
import type { SeatChoice } from './use-seat-choice'

const loadMap = () => import('@/components/seat-map/seat-map').then((part) => part.SeatMap)
const SeatMap = lazyPart(loadMap)
const SeatList = lazyPart(() => import('@/components/seat-map/seat-list').then((part) => part.SeatList))

/** The sheet's height while it is closed, over the map's foot; see `choice-panel.tsx`. */
const BELOW_SHEET = { top: 0, right: 0, bottom: 112, left: 0 }
const LINE_PX = 64
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }

type Props = {
  live: LiveSeatsHandle
  seats: Seats
  choice: SeatChoice
  prices: Prices
  view: StageView
  filter: SeatFilter | null
  proposed: ReadonlySet<number> | null
  /** A line more stands in the closed sheet (phone). */
  isSheetTall: boolean
  handle: RefObject<SeatMapHandle | null>
  className?: string
}

/** Where seats are chosen: on the map, or in the list. What there is to say about it lies over its upper edge. */
export function SeatStage({
  live,
  seats,
  choice,
  prices,
  view,
  filter,
  proposed,
  isSheetTall,
  handle,
  className,
}: Props) {
  const { map, feed, mode, isFailing, isReady } = live
  // The map is drawn once its plan is here: its code comes beside that, once the page's own words can be read.
  useEffect(() => afterPaint(() => void loadMap().catch(() => {})), [])
  const isPhone = useIsPhone()
  const insets = isPhone ? BELOW_SHEET : NO_INSETS
  const { mine, offered } = seats.state
  const pending = useMemo(
    () => (offered.size > 0 ? new Set([...seats.pending, ...offered]) : seats.pending),
    [seats.pending, offered],
  )
  const shared = {
    ...{ mine, pending, disabled: !choice.isOpen, priceLabel: choice.priceLabel },
    ...{ onToggle: choice.onToggle, onUnavailable: choice.onUnavailable },
  }
  // On a phone there is no room for so many words beside the tools.
  const isOld = isPhone && isReady && (mode === 'polling' || isFailing)
  return (
    <section className={cn('relative min-h-0 overflow-hidden bg-map-ground', className)}>
      {!map || !feed || !isReady ? (
        live.hasFailed || isFailing ? (
          <StageFailed onRetry={live.retry} />
        ) : (
          <MapSkeleton />
        )
      ) : view === 'map' ? (
        <Suspense fallback={<MapSkeleton />}>
          <SeatMap
            ref={handle}
            className="h-full"
            {...{ map, feed, filter, insets, proposed }}
            {...shared}
            typeLines={prices.linesOf}
            sectionNote={prices.ofSection}
            controlsFootPx={insets.bottom + (isPhone && isSheetTall ? LINE_PX : 0)}
          />
        </Suspense>
      ) : (
        <div className="h-full overflow-y-auto bg-ground px-4 pt-4 pb-36 lg:px-6 lg:pb-6">
          <Suspense>
            <SeatList {...{ map, feed, filter }} {...shared} />
          </Suspense>
        </div>
      )}
      {map && <SeatAnnouncer map={map} mine={mine} />}
      <div className="pointer-events-none absolute inset-x-3 top-3 z-20 grid justify-items-center gap-2">
        {isOld && (
          <div className="rounded-control bg-raised px-3 py-1.5 shadow-lift">
            <LiveBadge mode={mode} isFailing={isFailing} />
          </div>
        )}
        <SeatsNoticeBar {...{ seats, map, feed, choice }} />
      </div>
    </section>
  )
}

function StageFailed({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('seats.failed')
  return (
    <div className="grid h-full place-content-center p-6" role="alert">
      <EmptyState title={t('title')} actions={<Button onClick={onRetry}>{t('retry')}</Button>}>
        {t('text')}
      </EmptyState>
    </div>
  )
}
