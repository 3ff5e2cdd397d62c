import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Price } from '@/components/ui/price'
import type { EventDetail } from '@/lib/events/types'

/** When, where and from how much, at a glance. */
export function EventFacts({ event, className }: { event: EventDetail; className?: string }) {
  const t = useTranslations('event.facts')
  const venues = [...new Map(event.performances.map(({ venue }) => [venue.id, venue])).values()]
  return (
    <dl className={cn('flex flex-col gap-x-12 gap-y-4 lg:flex-row', className)}>
      <Fact name={t('when')}>
        <Dates event={event} />
      </Fact>
      {venues.length > 0 && (
        <Fact name={t('where')}>
          {venues.map((venue) => (
            <span key={venue.id} className="block">
              {venue.name}, {venue.city}
            </span>
          ))}
        </Fact>
      )}
      {event.priceFrom && (
        <Fact name={t('price')}>
          {event.availability === 'sold_out'
            ? t('soldOut')
            : t.rich('from', { price: () => <Price money={event.priceFrom!} short /> })}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="figures font-semibold">{children}</dd>
    </div>
  )
}

/** The day of the only performance to come, or the first and the last of them; of all when none is to come. */
function Dates({ event }: { event: EventDetail }) {
  const t = useTranslations('event.dates')
  const format = useFormatter()
  const ahead = event.performances.filter(({ status }) => status !== 'past' && status !== 'cancelled')
  const listed = ahead.length > 0 ? ahead : event.performances
  const days = listed.map(({ startsAt, venue }) =>
    format.dateTime(startsAt, { weekday: 'short', day: 'numeric', month: 'short', timeZone: venue.timezone }),
  )
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return '–'
  return first === last ? t('one', { date: first }) : t('range', { first, last })
}
