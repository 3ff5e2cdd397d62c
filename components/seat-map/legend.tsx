'use client'

import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatSign } from './seat-sign'

type LegendProps = {
  map: SeatMap
  /** By category index, e.g. `€45` or `€30–€45`. */
  priceLabel?(categoryIndex: number): string | undefined
  /** Categories that stand out; null for all. */
  wanted?: ReadonlySet<number> | null
  /** Absent: the legend only explains. */
  onWantedChange?(wanted: ReadonlySet<number> | null): void
}

/** Categories with their prices, each a switch of the filter, and what the other signs mean. */
export function Legend({ map, priceLabel, wanted = null, onWantedChange }: LegendProps) {
  const t = useTranslations('seatMap.legend')
  const toggle = (index: number) => {
    const next = new Set(wanted ?? [])
    if (!next.delete(index)) next.add(index)
    onWantedChange?.(next.size === 0 || next.size === map.categories.length ? null : next)
  }
  return (
    <section aria-label={t('label')} className="space-y-4 text-sm">
      <ul className="flex flex-wrap gap-2">
        {map.categories.map((category, index) => (
          <li key={category.id}>
            <CategoryChip
              name={category.name}
              color={category.color}
              price={priceLabel?.(index)}
              isWanted={wanted?.has(index) ?? false}
              onPress={onWantedChange && (() => toggle(index))}
            />
          </li>
        ))}
      </ul>
      <dl className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted">
        {(['mine', 'held', 'sold'] as const).map((look) => (
          <Fragment key={look}>
            <div className="flex items-center gap-1.5">
              <dt>
                <SeatSign look={look} />
              </dt>
              <dd>{t(look)}</dd>
            </div>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

type CategoryChipProps = {
  name: string
  color: string
  price?: string
  isWanted: boolean
  onPress?: () => void
}

function CategoryChip({ name, color, price, isWanted, onPress }: CategoryChipProps) {
  const t = useTranslations('seatMap.legend')
  const content = (
    <>
      <SeatSign look="free" color={color} className="size-3.5" />
      <span>{name}</span>
      {price && <span className="figures font-semibold">{price}</span>}
    </>
  )
  const look = 'flex min-h-9 items-center gap-2 rounded-full border px-3'
  if (!onPress) return <span className={`${look} border-line`}>{content}</span>
  return (
    <button
      type="button"
      aria-pressed={isWanted}
      title={t('showOnly', { name })}
      onClick={onPress}
      className={`${look} transition-colors ${isWanted ? 'border-ink bg-surface' : 'border-line hover:border-line-strong'}`}
    >
      {content}
    </button>
  )
}
