import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Poster } from '@/components/site/poster'
import type { EventDetail } from '@/lib/events/types'
import { posterOf } from '../../../poster-of'
import { EventArtists } from './event-artists'
import { EventFacts } from './event-facts'
import { EventTitle } from './event-title'
import { Performances } from './performances'

/** An event: its poster, what it is, and a ticket to tear off for every performance. */
export function EventView({ event }: { event: EventDetail }) {
  const t = useTranslations('event')
  return (
    <article className="wrap grid gap-x-12 gap-y-8 pt-8 lg:grid-cols-[20rem_minmax(0,1fr)] lg:pt-12 xl:grid-cols-[26rem_minmax(0,1fr)] xl:gap-x-16">
      <div className="lg:col-start-2">
        <EventTitle event={event} />
      </div>
      <div className="grid grid-cols-[minmax(0,9fr)_minmax(0,10fr)] gap-5 lg:row-span-3 lg:row-start-1 lg:block">
        <Poster
          {...posterOf(event)}
          alt={t('poster', { title: event.title })}
          priority
          className="lg:sticky lg:top-8"
        />
        <EventFacts event={event} className="lg:hidden" />
      </div>
      <div className="grid content-start gap-10 lg:col-start-2">
        <EventFacts event={event} className="max-lg:hidden" />
        <Performances event={event} />
        <EventArtists artists={event.artists} />
        <section aria-labelledby="about" className="grid gap-4">
          <h2 id="about" className="display text-xl">
            {t('about')}
          </h2>
          <div className="grid max-w-[62ch] gap-4 text-lg">
            {event.description.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <p className="text-muted">
            {t.rich('by', {
              name: () => (
                <Link href={`/organizers/${event.organizer.slug}`} className="link">
                  {event.organizer.name}
                </Link>
              ),
            })}
          </p>
        </section>
      </div>
    </article>
  )
}
