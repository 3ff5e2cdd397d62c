import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Poster } from '@/components/site/poster'
import type { EventCard } from '@/lib/events/types'
import { posterOf } from '../poster-of'
import { Billing } from './billing'
import { EventName } from './event-name'
import { EventTime } from './event-time'
import { Standing } from './standing'

/** The first screen: the promise, the sentence to complete, and one poster that hangs there tonight. */
export function Hero({ lead, children }: { lead: EventCard | null; children: ReactNode }) {
  const t = useTranslations('catalogue')
  return (
    <div className="wrap grid items-end gap-x-12 gap-y-8 pt-8 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="grid content-between gap-8 lg:gap-14 lg:self-stretch">
        <h1 className="display text-3xl">
          <span className="inline-block">{t('titleNight')}</span>{' '}
          <span className="inline-block">{t('titleSeat')}</span>
        </h1>
        {children}
      </div>
      {lead && <Lead event={lead} />}
    </div>
  )
}

function Lead({ event }: { event: EventCard }) {
  return (
    <article className="group relative grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-end gap-4 lg:block">
      <Poster {...posterOf(event)} alt="" priority />
      <div className="grid gap-1 lg:pt-4">
        <p className="figures text-sm">
          <EventTime event={event} style="long" />
        </p>
        <h2 className="display text-2xl">
          <EventName event={event} />
        </h2>
        <Billing event={event} />
        <p className="text-muted text-sm">
          {event.venue.name}, {event.venue.city}
        </p>
        <Standing event={event} />
      </div>
    </article>
  )
}
