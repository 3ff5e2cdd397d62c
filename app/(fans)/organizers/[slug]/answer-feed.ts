import type { Result } from '@/lib/platform/result'

/** A feed's text as an answer: kept for a quarter of an hour, which is how often a reader asks. */
export function answerFeed(feed: Result<string, 'not_found'>, contentType: string): Response {
  if (!feed.ok)
    return new Response('No such organizer', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = {
    'Content-Type': contentType,
    'Cache-Control': 'public, max-age=900',
    Vary: 'Accept-Language',
  }
  return new Response(feed.value, { headers })
}
