'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import type { SectionSeatsProps } from './seat-list-props'

/** Standing places have no places to choose between: one more, or one fewer. */
export function StandingPlaces({
  section,
  states,
  mine,
  pending,
  onToggle,
  disabled,
  priceLabel,
}: SectionSeatsProps) {
  const t = useTranslations('seatMap.list')
  const places = Array.from({ length: section.seatCount }, (_, at) => section.firstSeat + at)
  const own = places.filter((index) => mine.has(index))
  const next = places.find(
    (index) => states?.[index] === SEAT_STATE.free && !mine.has(index) && !pending?.has(index),
  )
  const last = own.at(-1)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        size="small"
        disabled={disabled || next === undefined}
        onClick={() => next !== undefined && onToggle(next, false)}
      >
        {t('addPlace')}
        {next !== undefined && <span className="figures">{priceLabel?.(next)}</span>}
      </Button>
      <Button
        size="small"
        variant="quiet"
        disabled={disabled || last === undefined}
        onClick={() => last !== undefined && onToggle(last, false)}
      >
        {t('removePlace')}
      </Button>
      <span className="text-muted text-sm">{t('places', { count: own.length })}</span>
    </div>
  )
}
