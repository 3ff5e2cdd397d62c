import { answerFeed } from '../../../answer-feed'

type Context = { params: Promise<{ slug: string }> }

/** `GET /organizers/<slug>/feed.xml?lang=`: their events as RSS. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerFeed({ kind: 'organizer', slug: (await params).slug }, request)
}
