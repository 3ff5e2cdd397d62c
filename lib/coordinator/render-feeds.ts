import { renderCalendarFeed } from '@/lib/delivery/email/ics'
import { writeRss } from '@/lib/delivery/feeds/rules'
import type { FeedItem } from '@/lib/delivery/feeds/types'
import { feedCopy } from '@/lib/delivery/words/next-intl'
import { formatDay, formatTime } from '@/lib/delivery/words/rules'
import { findArtist } from '@/lib/events/artists/queries'
import { type Listing, listComing } from '@/lib/events/coming/queries'
import type { FollowKind } from '@/lib/events/follows/types'
import { findOrganizer } from '@/lib/events/organizers/queries'
import type { Locale } from '@/lib/i18n/locales'
import { readerLocale, writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'

type Who = { kind: FollowKind; slug: string }

/**
 * What an organizer or an artist has coming, as a calendar to subscribe to. It has no words but theirs, so it has no
 * language.
 */
export async function renderCalendarOf(who: Who): Promise<Result<string, 'not_found'>> {
  const found = await findComing(who)
  if (!found) return refuse('not_found')
  const entries = found.listings.map(({ id, startsAt, isCancelled, event, venue }) => ({
    ...{ performanceId: id, title: event.title, startsAt: startsAt.toISOString(), venue, isCancelled },
    ...{ description: event.subtitle ?? found.name, url: urlOf(event.slug) },
  }))
  return ok(renderCalendarFeed(found.name, entries))
}

/** The events they have coming, as RSS in `locale`: one item an event, new again when dates are added. */
export async function renderFeedOf(
  { kind, slug }: Who,
  locale: Locale,
): Promise<Result<string, 'not_found'>> {
  const found = await findComing({ kind, slug })
  if (!found) return refuse('not_found')
  const { name, listings } = found
  const byEvent = Map.groupBy(
    listings.filter(({ isCancelled }) => !isCancelled),
    ({ event }) => event.slug,
  )
  const pageUrl = `${env.APP_URL}/${kind}s/${slug}`
  const write = () =>
    writeRss({
      ...{ title: name, description: feedCopy()(`${kind}.description`, { name }), language: locale },
      ...{ pageUrl, feedUrl: `${pageUrl}/feed.xml?lang=${locale}` },
      items: [...byEvent.values()].map(toItem),
    })
  return ok(writeIn(locale, write))
}

async function findComing({ kind, slug }: Who) {
  const who = await (kind === 'artist' ? findArtist(slug) : findOrganizer(slug))
  if (!who) return null
  const of = kind === 'artist' ? { artistId: who.id } : { organizerId: who.id }
  return { name: who.name, listings: await listComing(of) }
}

function toItem(listings: Listing[]): FeedItem {
  const [{ event }] = listings as [Listing]
  const newestMs = Math.max(...listings.map(({ publishedAt }) => publishedAt.getTime()))
  const dates = listings.map(
    ({ startsAt, venue }) =>
      `${formatDay(startsAt.toISOString(), venue)}, ${formatTime(startsAt.toISOString(), venue)}: ${venue.name}, ${venue.city}`,
  )
  const url = urlOf(event.slug)
  return {
    ...{ title: event.subtitle ? `${event.title}: ${event.subtitle}` : event.title, url },
    ...{ guid: `${url}#${newestMs}`, publishedAt: new Date(newestMs).toISOString() },
    text: [...dates, '', event.description].join('\n'),
    imageUrl: `${url}/share-card?lang=${readerLocale()}`,
  }
}

function urlOf(slug: string): string {
  return `${env.APP_URL}/events/${slug}`
}
