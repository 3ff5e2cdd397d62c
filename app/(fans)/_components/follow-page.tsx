import { CalendarPlus, Rss } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FollowButton } from '@/components/follow/follow-button'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { Followed } from '@/lib/events/follows/types'
import { follow } from '../follow-actions'

type Props = {
  who: Followed
  following: boolean | null
  nextCursor: string | null
  /** What is to come, as a list; nothing where nothing is. */
  children: ReactNode
  /** What was. */
  after?: ReactNode
}

/** Somebody who can be followed: their name, the ways to hear of them, and what they have coming. */
export function FollowPage({ who, following, nextCursor, children, after }: Props) {
  const t = useTranslations('finding')
  const pages = useTranslations('catalogue.pages')
  const path = `/${who.kind}s/${who.slug}`
  const more = nextCursor
    ? { href: `${path}?cursor=${encodeURIComponent(nextCursor)}`, text: pages('next') }
    : undefined
  return (
    <div className="wrap grid gap-10 pt-8 lg:gap-14 lg:pt-12">
      <header className="grid gap-6">
        <p className="font-medium text-muted text-sm">
          <Link href="/" className="link">
            {t('organizer.crumb')}
          </Link>
        </p>
        <h1
          className={cn(
            'display hyphens-auto wrap-anywhere',
            who.name.length > MARQUEE ? 'text-2xl' : 'text-3xl',
          )}
        >
          {who.name}
        </h1>
        <Ways who={who} following={following} />
        <p className="max-w-[52ch] text-muted">{t(`${who.kind}.promise`, { name: who.name })}</p>
      </header>
      {children || (
        <EmptyState
          title={t(`${who.kind}.empty`)}
          className="py-4"
          actions={
            <Link href="/" className={buttonStyle({ variant: 'secondary' })}>
              {t('organizer.all')}
            </Link>
          }
        >
          {t('organizer.emptyText')}
        </EmptyState>
      )}
      <Pagination label={pages('label')} next={more} />
      {after}
    </div>
  )
}

/** Past this a name at the marquee's size is a wall. */
const MARQUEE = 34

function Ways({ who, following }: { who: Followed; following: boolean | null }) {
  const t = useTranslations('finding.organizer')
  const locale = useLocale()
  const path = `/${who.kind}s/${who.slug}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FollowButton who={who} following={following} follow={follow} />
      <a href={`${path}/calendar.ics`} className={buttonStyle({ variant: 'quiet' })}>
        <CalendarPlus aria-hidden className="size-4" />
        {t('calendar')}
      </a>
      <a href={`${path}/feed.xml?lang=${locale}`} className={buttonStyle({ variant: 'quiet' })}>
        <Rss aria-hidden className="size-4" />
        {t('feed')}
      </a>
    </div>
  )
}
