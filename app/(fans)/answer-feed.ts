import { renderCalendarOf, renderFeedOf } from '@/lib/coordinator/render-feeds'
import type { FollowKind } from '@/lib/events/follows/types'
import { askedLocale } from '@/lib/i18n/asked-locale'
import type { Result } from '@/lib/platform/result'

type Who = { kind: FollowKind; slug: string }

/**
 * Their events as RSS. Readers fetch without a browser, so the page puts its language into the address (`?lang=`);
 * without one, the reader's own headers decide.
 */
export async function answerFeed(who: Who, request: Request): Promise<Response> {
  return answer(await renderFeedOf(who, askedLocale(request)), 'application/rss+xml; charset=utf-8')
}

/** Their performances as a calendar to subscribe to. */
export async function answerCalendar(who: Who): Promise<Response> {
  return answer(await renderCalendarOf(who), 'text/calendar; charset=utf-8')
}

/** A feed's text as an answer: kept for a quarter of an hour, which is how often a reader asks. */
function answer(feed: Result<string, 'not_found'>, contentType: string): Response {
  if (!feed.ok)
    return new Response('Nobody by that name', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = {
    'Content-Type': contentType,
    'Cache-Control': 'public, max-age=900',
    Vary: 'Accept-Language',
  }
  return new Response(feed.value, { headers })
}
