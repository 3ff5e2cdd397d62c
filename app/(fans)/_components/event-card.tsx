import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Poster } from '@/components/site/poster'
import { Badge } from '@/components/ui/badge'
import { Price } from '@/components/ui/price'
import type { EventCard as Card } from '@/lib/events/types'
import { posterOf } from '../poster-of'

/** An event in the catalogue. The whole card is the link; its name is the title. */
export function EventCard({ event, priority }: { event: Card; priority?: boolean }) {
  const format = useFormatter()
  const timeZone = event.venue.timezone
  return (
    <article className="group relative grid content-start gap-3">
      <Poster {...posterOf(event)} alt="" priority={priority} />
      <div className="grid gap-1">
        <p className="figures font-medium text-sm">
          <time dateTime={event.nextPerformanceAt.toISOString()}>
            {format.dateTime(event.nextPerformanceAt, { ...DAY_AND_TIME, timeZone })}
          </time>
        </p>
        <h3 className="display text-xl">
          <Link
            href={`/events/${event.slug}`}
            className="underline-offset-4 outline-none after:absolute after:inset-0 after:rounded-paper focus-visible:shadow-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-6 group-hover:underline"
          >
            {event.title}
          </Link>
        </h3>
        <p className="text-muted text-sm">
          {event.venue.name}, {event.venue.city}
        </p>
        <Standing event={event} />
      </div>
    </article>
  )
}

const DAY_AND_TIME = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** What it costs, or why it cannot be bought now. */
function Standing({ event }: { event: Card }) {
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
