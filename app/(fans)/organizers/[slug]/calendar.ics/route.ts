import { renderOrganizerCalendar } from '@/lib/coordinator/render-feeds'
import { answerFeed } from '../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/** `GET /organizers/<slug>/calendar.ics`: their performances as a calendar to subscribe to. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const calendar = await renderOrganizerCalendar((await params).slug)
  return answerFeed(calendar, 'text/calendar; charset=utf-8')
}
