import { renderOrganizerFeed } from '@/lib/coordinator/render-feeds'
import { readLocale } from '@/lib/i18n/locales'
import { pickLocale } from '@/lib/i18n/pick-locale'
import { answerFeed } from '../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/**
 * `GET /organizers/<slug>/feed.xml?lang=`: their events as RSS. Readers fetch without a browser, so the page puts its
 * language into the address; without one, the reader's own headers decide.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = readLocale(new URL(request.url).searchParams.get('lang'))
  const locale = asked ?? pickLocale(request.headers.get('accept-language'))
  const feed = await renderOrganizerFeed((await params).slug, locale)
  return answerFeed(feed, 'application/rss+xml; charset=utf-8')
}
