import { findShareCard } from '@/lib/coordinator/render-share-card'

type Context = { params: Promise<{ slug: string }> }

/** `GET /events/<slug>/share-card`: the picture a link to the event is shared with, PNG 1200 × 630. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const card = await findShareCard((await params).slug)
  if (!card) return new Response('No such event', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = {
    ETag: `"${card.etag}"`,
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
  }
  if (request.headers.get('If-None-Match')?.includes(`"${card.etag}"`))
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(card.bytes), { headers: { ...headers, 'Content-Type': 'image/png' } })
}
