import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Price } from '@/components/ui/price'
import type { EventCard } from '@/lib/events/types'

/** What it costs, or why it cannot be bought now. */
export function Standing({ event }: { event: EventCard }) {
  const t = useTranslations('catalogue.card')
  const format = useFormatter()
  if (event.availability === 'sold_out') return <p className="text-muted text-sm">{t('soldOut')}</p>
  if (event.availability === 'not_yet' && event.onSaleAt) {
    const timeZone = event.venue.timezone
    const date = format.dateTime(event.onSaleAt, { day: 'numeric', month: 'short', timeZone })
    return <p className="text-sm">{t('onSaleAt', { date })}</p>
  }
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <span>
        {t.rich('from', { price: () => <Price money={event.priceFrom} short className="font-semibold" /> })}
      </span>
      {event.availability === 'few_left' && <Badge>{t('lastSeats')}</Badge>}
      {event.performanceCount > 1 && (
        <span className="text-muted">{t('more', { count: event.performanceCount - 1 })}</span>
      )}
    </p>
  )
}
