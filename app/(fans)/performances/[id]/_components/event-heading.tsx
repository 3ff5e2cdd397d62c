import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Poster } from '@/components/site/poster'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { PerformanceDetail } from '@/lib/events/types'
import { posterOf } from '../../../poster-of'

/** Which night this is: a line on a phone, a small bill beside its poster on a desktop. */
export function EventHeading({ performance }: { performance: PerformanceDetail }) {
  const t = useTranslations('seats')
  const format = useFormatter()
  const { event, venue, startsAt } = performance
  const timeZone = venue.timezone
  const day = format.dateTime(startsAt, { weekday: 'short', day: 'numeric', month: 'short', timeZone })
  const time = format.dateTime(startsAt, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  return (
    <header className="flex min-w-0 items-center gap-2 lg:items-start lg:gap-4">
      <Link
        prefetch={false}
        href={`/events/${event.slug}`}
        aria-label={t('back', { title: event.title })}
        className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), '-ms-2 shrink-0 lg:hidden')}
      >
        <ArrowLeft aria-hidden className="size-5" />
      </Link>
      <Link
        href={`/events/${event.slug}`}
        prefetch={false}
        className="w-18 shrink-0 max-lg:hidden"
        tabIndex={-1}
        aria-hidden
      >
        <Poster {...posterOf(event)} alt="" />
      </Link>
      <div className="min-w-0 lg:grid lg:gap-1.5">
        <h1 className="display truncate text-xl lg:line-clamp-2 lg:whitespace-normal">
          <Link
            href={`/events/${event.slug}`}
            prefetch={false}
            className="hover:underline hover:underline-offset-4"
          >
            {event.title}
          </Link>
        </h1>
        <p className="figures truncate text-sm lg:whitespace-normal">
          <time dateTime={startsAt.toISOString()} className="font-semibold">
            {t('when', { day, time })}
          </time>
          <span className="text-muted">
            <span className="lg:hidden"> · </span>
            <span className="lg:block">
              {venue.name}, {venue.city}
            </span>
          </span>
        </p>
      </div>
    </header>
  )
}
