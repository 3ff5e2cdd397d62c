'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSeatWords } from '@/components/seat-map/use-seat-words'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { LoneSeats } from '@/lib/seat-map/lone-seats'

type Props = { found: LoneSeats; map: SeatMap; seats: Seats; onKeep(): void; className?: string }

/** The choice leaves a single seat alone: nothing is forbidden, and one click mends it. */
export function LoneNotice({ found, map, seats, onKeep, className }: Props) {
  const t = useTranslations('seats.lone')
  const words = useSeatWords(map)
  const { fix } = found
  const seat = words.name(found.seats[0] ?? 0)
  return (
    <div className={cn('flex items-center gap-3 text-sm', className)}>
      <p role="status" className="min-w-0 grow">
        {t('text', { seat, others: found.seats.length - 1 })}
      </p>
      {fix && (
        <Button size="small" onClick={() => seats.store.swap(fix)}>
          {fix.release.length > 0 ? t('move') : t('take', { count: fix.hold.length })}
        </Button>
      )}
      <button
        type="button"
        aria-label={t('keep')}
        title={t('keep')}
        onClick={onKeep}
        className="-mx-3 grid size-11 shrink-0 place-items-center"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
