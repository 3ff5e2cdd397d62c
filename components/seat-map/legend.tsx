'use client'

import { useTranslations } from 'next-intl'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { cn } from '../ui/cn'
import { SeatSign } from './seat-sign'
import { useSeatTools } from './seat-tools'

type LegendProps = {
  map: SeatMap
  /** By category index, e.g. `€45` or `€30–€45`. */
  priceLabel?(categoryIndex: number): string | undefined
  /** Categories that stand out; null for all. */
  wanted?: ReadonlySet<number> | null
  /** Absent: the legend only explains. */
  onWantedChange?(wanted: ReadonlySet<number> | null): void
  className?: string
}

const CHIP = 'flex min-h-9 items-center gap-2 whitespace-nowrap rounded-full border-[1.5px] px-3'
const LOOK = { on: 'border-ink bg-surface', off: 'border-line hover:border-line-strong' }

/** Categories with their prices, each a switch of the filter; and the way back from whatever is filtered by. */
export function Legend({ map, priceLabel, wanted = null, onWantedChange, className }: LegendProps) {
  const t = useTranslations('seatMap.legend')
  const { onShowAll } = useSeatTools()
  const toggle = (index: number) => {
    const next = new Set(wanted ?? [])
    if (!next.delete(index)) next.add(index)
    onWantedChange?.(next.size === 0 || next.size === map.categories.length ? null : next)
  }
  return (
    <ul aria-label={t('label')} className={cn('flex flex-wrap gap-2 text-sm', className)}>
      {onShowAll !== undefined && (
        <li className="shrink-0">
          <button
            type="button"
            aria-pressed={onShowAll === null}
            onClick={onShowAll ?? undefined}
            className={cn(CHIP, 'transition-colors', onShowAll ? LOOK.off : LOOK.on)}
          >
            {t('all')}
          </button>
        </li>
      )}
      {map.categories.map((category, index) => (
        <li key={category.id} className="shrink-0">
          <CategoryChip
            name={category.name}
            color={category.color}
            price={priceLabel?.(index)}
            isWanted={wanted?.has(index) ?? false}
            isFaded={wanted !== null && !wanted.has(index)}
            onPress={onWantedChange && (() => toggle(index))}
          />
        </li>
      ))}
    </ul>
  )
}

type CategoryChipProps = {
  name: string
  color: string
  price?: string
  isWanted: boolean
  isFaded: boolean
  onPress?: () => void
}

function CategoryChip({ name, color, price, isWanted, isFaded, onPress }: CategoryChipProps) {
  const t = useTranslations('seatMap.legend')
  const content = (
    <>
      <SeatSign look="free" color={color} className="size-3.5" />
      <span className={cn('max-w-56 truncate', isFaded && 'text-muted')}>{name}</span>
      {price && (
        <span className={cn('figures shrink-0 font-semibold', isFaded && 'text-muted')}>{price}</span>
      )}
    </>
  )
  if (!onPress) return <span className={cn(CHIP, 'border-line')}>{content}</span>
  return (
    <button
      type="button"
      aria-pressed={isWanted}
      title={t('showOnly', { name })}
      onClick={onPress}
      className={cn(CHIP, 'transition-colors', isWanted ? LOOK.on : LOOK.off)}
    >
      {content}
    </button>
  )
}
