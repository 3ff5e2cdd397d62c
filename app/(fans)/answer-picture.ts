import type { SharePicture } from '@/lib/coordinator/render-share-card'

/** A picture for sharing as an answer, kept for an hour; 304 for who has it, 404 where there is none. */
export function answerPicture(request: Request, card: SharePicture | null): Response {
  if (!card) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = {
    ETag: `"${card.etag}"`,
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
    Vary: 'Accept-Language',
  }
  if (request.headers.get('If-None-Match')?.includes(`"${card.etag}"`))
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(card.bytes), { headers: { ...headers, 'Content-Type': 'image/png' } })
}
