import { findDrawnPoster } from '@/lib/events/posters/drawn-posters'
import { findPosterFacts } from '@/lib/events/queries'
import { toPosterInput } from '@/lib/events/rules'

type Context = { params: Promise<{ slug: string }> }

/**
 * `GET /events/<slug>/poster`: the event's poster as SVG. Cached for an hour; for ever where `?v=` names the version
 * that is served, the first characters of its ETag.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const facts = await findPosterFacts((await params).slug)
  if (!facts) return new Response('No such poster', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const { svg, version } = await findDrawnPoster(toPosterInput(facts))
  const asked = new URL(request.url).searchParams.get('v')
  const headers = {
    ETag: `"${version}"`,
    'Cache-Control':
      asked === version
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600, stale-while-revalidate=86400',
    // As an image it runs nothing; opened by itself it must not either.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
  }
  if (request.headers.get('If-None-Match')?.includes(`"${version}"`))
    return new Response(null, { status: 304, headers })
  return new Response(svg, { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } })
}
