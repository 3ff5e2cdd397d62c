import { renderOrganizerFeed } from '@/lib/coordinator/render-feeds'
import { answerFeed } from '../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/** `GET /organizers/<slug>/feed.xml`: their events as RSS. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const feed = await renderOrganizerFeed((await params).slug)
  return answerFeed(feed, 'application/rss+xml; charset=utf-8')
}
