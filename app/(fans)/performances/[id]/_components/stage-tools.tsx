'use client'

import { List, Map as MapIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Legend } from '@/components/seat-map/legend'
import { LiveBadge } from '@/components/seat-map/live-badge'
import { SeatKey } from '@/components/seat-map/seat-key'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import { FilterChips } from './filter-chips'
import { useIsPhone } from './use-is-phone'
import type { Prices } from './use-prices'
import type { SeatFilterHandle } from './use-seat-filter'

export type StageView = 'map' | 'list'

type Props = {
  live: LiveSeatsHandle
  view: StageView
  onViewChange(view: StageView): void
  filter: SeatFilterHandle
  prices: Prices
  className?: string
}

/** One line above the map: prices to filter by, whether it is live, map or list. */
export function StageTools({ live, view, onViewChange, filter, prices, className }: Props) {
  const { map, mode, isFailing } = live
  const isPhone = useIsPhone()
  return (
    <div className={cn('flex min-h-13 items-center gap-3 px-4 lg:px-6', className)}>
      {/* Fades where there is more to scroll to. */}
      <div className="min-w-0 grow self-stretch overflow-x-auto [mask-image:linear-gradient(to_right,black_calc(100%-1.5rem),transparent)] [scrollbar-width:none]">
        {map ? (
          <div className="flex h-full w-max items-center gap-2 py-1 pe-6">
            <Legend
              map={map}
              wanted={filter.wish.categories}
              onWantedChange={(categories) => filter.change({ categories })}
              priceLabel={prices.ofCategory}
              className="flex-nowrap"
            />
            <FilterChips filter={filter} />
          </div>
        ) : (
          <LegendSkeleton failed={live.hasFailed} />
        )}
      </div>
      <SeatKey className="shrink-0 flex-nowrap max-2xl:hidden" />
      {!isPhone && <LiveBadge mode={mode} isFailing={isFailing} />}
      <ViewSwitch view={view} onChange={onViewChange} />
    </div>
  )
}

function LegendSkeleton({ failed }: { failed: boolean }) {
  if (failed) return null
  return (
    <div className="flex h-full items-center gap-2" aria-busy>
      {['w-32', 'w-28', 'w-36'].map((width) => (
        <Skeleton key={width} className={cn('h-9 shrink-0 rounded-full', width)} />
      ))}
    </div>
  )
}

function ViewSwitch({ view, onChange }: { view: StageView; onChange(view: StageView): void }) {
  const t = useTranslations('seats.view')
  return (
    <fieldset aria-label={t('label')} className="flex shrink-0 rounded-control border-[1.5px] border-line">
      {(['map', 'list'] as const).map((each) => {
        const Icon = each === 'map' ? MapIcon : List
        return (
          <button
            key={each}
            type="button"
            aria-pressed={view === each}
            onClick={() => onChange(each)}
            className={cn(
              'flex min-h-9 items-center gap-1.5 px-2.5 text-sm transition-colors',
              view === each ? 'bg-ink font-semibold text-ground' : 'text-muted hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4" />
            <span className="max-sm:sr-only">{t(each)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
