import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { EventDetail, PerformanceSummary } from '@/lib/events/types'
import { PerformanceTicket } from './performance-ticket'

/** Every performance as a ticket: what is to come in order, what was in a fold below. */
export function Performances({ event }: { event: EventDetail }) {
  const t = useTranslations('event.performances')
  const ahead = event.performances.filter(({ status }) => status !== 'past')
  const earlier = event.performances.filter(({ status }) => status === 'past')
  if (event.performances.length === 0) {
    return (
      <EmptyState title={t('none')} className="py-6">
        {t('noneText')}
      </EmptyState>
    )
  }
  const cities = new Set(event.performances.map(({ venue }) => venue.city))
  const [city] = cities
  const severalVenues = new Set(event.performances.map(({ venue }) => venue.id)).size > 1
  const next = ahead.find(({ status }) => status === 'on_sale')
  return (
    <section aria-labelledby="performances" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="performances" className="display text-xl">
          {t('title')}
        </h2>
        <p className="text-muted text-sm">
          {cities.size === 1 ? t('localTime', { city: city ?? '' }) : t('localTimes')}
        </p>
      </div>
      <Tickets performances={ahead} nextId={next?.id} venueNamed={severalVenues} />
      {earlier.length > 0 && (
        <details open={ahead.length === 0}>
          <summary className="link inline-flex min-h-9 items-center font-medium text-muted">
            {t('earlier', { count: earlier.length })}
          </summary>
          <div className="pt-3">
            <Tickets performances={earlier} venueNamed={severalVenues} />
          </div>
        </details>
      )}
    </section>
  )
}

type TicketsProps = { performances: PerformanceSummary[]; nextId?: string; venueNamed: boolean }

function Tickets({ performances, nextId, venueNamed }: TicketsProps) {
  return (
    <ul className="grid gap-3">
      {performances.map((performance) => (
        <li key={performance.id}>
          <PerformanceTicket
            performance={performance}
            isNext={performance.id === nextId}
            venueNamed={venueNamed}
          />
        </li>
      ))}
    </ul>
  )
}
