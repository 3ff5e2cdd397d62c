import { renderCalendarFeed } from '@/lib/delivery/email/ics'
import { writeRss } from '@/lib/delivery/feeds/rules'
import type { FeedItem } from '@/lib/delivery/feeds/types'
import { organizerCopy } from '@/lib/delivery/words/next-intl'
import { formatDay, formatTime } from '@/lib/delivery/words/rules'
import { findOrganizer, type Listing, listComing } from '@/lib/events/organizers/queries'
import type { Locale } from '@/lib/i18n/locales'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** What an organizer has coming, as a calendar to subscribe to. It has no words but theirs, so it has no language. */
export async function renderOrganizerCalendar(slug: string): Promise<Result<string, 'not_found'>> {
  const organizer = await findOrganizer(slug)
  if (!organizer) return refuse('not_found')
  const listings = await listComing(organizer.id)
  const entries = listings.map(({ id, startsAt, isCancelled, event, venue }) => ({
    ...{ performanceId: id, title: event.title, startsAt: startsAt.toISOString(), venue, isCancelled },
    ...{ description: event.subtitle ?? organizer.name, url: urlOf(event.slug) },
  }))
  return ok(renderCalendarFeed(organizer.name, entries))
}

/** The events an organizer has coming, as RSS in `locale`: one item an event, new again when dates are added. */
export async function renderOrganizerFeed(
  slug: string,
  locale: Locale,
): Promise<Result<string, 'not_found'>> {
  const organizer = await findOrganizer(slug)
  if (!organizer) return refuse('not_found')
  const listings = (await listComing(organizer.id)).filter(({ isCancelled }) => !isCancelled)
  const byEvent = Map.groupBy(listings, ({ event }) => event.slug)
  const pageUrl = `${env.APP_URL}/organizers/${slug}`
  const { name } = organizer
  const write = () =>
    writeRss({
      ...{ title: name, description: organizerCopy()('description', { name }), language: locale },
      ...{ pageUrl, feedUrl: `${pageUrl}/feed.xml?lang=${locale}` },
      items: [...byEvent.values()].map(toItem),
    })
  return ok(writeIn(locale, write))
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
    imageUrl: `${url}/share-card`,
  }
}

function urlOf(slug: string): string {
  return `${env.APP_URL}/events/${slug}`
}
