import { answerCalendar } from '../../../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/** `GET /organizers/<slug>/calendar.ics`: their performances as a calendar to subscribe to. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerCalendar({ kind: 'organizer', slug: (await params).slug })
}
