import { useTranslations } from 'next-intl'
import { cn } from '../ui/cn'
import { SeatSign } from './seat-sign'
import { useSeatTools } from './seat-tools'

/** What the signs on the map mean, but for the free ones: those are the legend's. */
export function SeatKey({ className }: { className?: string }) {
  const t = useTranslations('seatMap.legend')
  const { onShowAll } = useSeatTools()
  const looks = ['mine', 'held', 'sold', ...(onShowAll ? (['out'] as const) : [])] as const
  return (
    <dl className={cn('flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm', className)}>
      {looks.map((look) => (
        <div key={look} className="flex items-center gap-1.5">
          <dt>
            <SeatSign look={look} />
          </dt>
          <dd>{t(look)}</dd>
        </div>
      ))}
    </dl>
  )
}
