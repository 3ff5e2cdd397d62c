import { CalendarPlus, Rss } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { FollowButton } from '@/components/follow/follow-button'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { EventCard, OrganizerName } from '@/lib/events/types'
import type { Page } from '@/lib/platform/page'
import { EventMonths } from '../../../_components/event-months'
import { follow } from '../../actions'

type Props = { organizer: OrganizerName; events: Page<EventCard>; following: boolean | null }

export function OrganizerView({ organizer, events, following }: Props) {
  const t = useTranslations('finding.organizer')
  const pages = useTranslations('catalogue.pages')
  const locale = useLocale()
  const path = `/organizers/${organizer.slug}`
  return (
    <div className="wrap grid gap-10 pt-8 lg:gap-14 lg:pt-12">
      <header className="grid gap-6">
        <p className="font-medium text-muted text-sm">
          <Link href="/" className="link">
            {t('crumb')}
          </Link>
        </p>
        <h1 className="display text-3xl">{organizer.name}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <FollowButton organizer={organizer} following={following} follow={follow} />
          <a href={`${path}/calendar.ics`} className={buttonStyle({ variant: 'quiet' })}>
            <CalendarPlus aria-hidden className="size-4" />
            {t('calendar')}
          </a>
          <a href={`${path}/feed.xml?lang=${locale}`} className={buttonStyle({ variant: 'quiet' })}>
            <Rss aria-hidden className="size-4" />
            {t('feed')}
          </a>
        </div>
        <p className="max-w-[52ch] text-muted">{t('promise', { name: organizer.name })}</p>
      </header>
      {events.items.length > 0 ? (
        <EventMonths events={events.items} />
      ) : (
        <EmptyState
          title={t('empty')}
          className="py-4"
          actions={
            <Link href="/" className={buttonStyle({ variant: 'secondary' })}>
              {t('all')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
      <Pagination
        label={pages('label')}
        next={
          events.nextCursor
            ? { href: `${path}?cursor=${encodeURIComponent(events.nextCursor)}`, text: pages('next') }
            : undefined
        }
      />
    </div>
  )
}
