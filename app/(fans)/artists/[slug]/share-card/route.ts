import { findArtistCard } from '@/lib/coordinator/render-share-card'
import { askedLocale } from '@/lib/i18n/asked-locale'
import { answerPicture } from '../../../answer-picture'

type Context = { params: Promise<{ slug: string }> }

/** `GET /artists/<slug>/share-card`: the picture a link to the artist is shared with, PNG 1200 × 630. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPicture(request, await findArtistCard((await params).slug, askedLocale(request)))
}
