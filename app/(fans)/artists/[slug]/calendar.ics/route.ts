import { answerCalendar } from '../../../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/** `GET /artists/<slug>/calendar.ics`: their performances as a calendar to subscribe to. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerCalendar({ kind: 'artist', slug: (await params).slug })
}
