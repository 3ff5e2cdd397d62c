import { unfollowByToken } from '@/lib/coordinator/follow-organizer'

/**
 * `POST …/unfollow/one-click?token=…`: a mail program ends the mails in the name of its owner (RFC 8058). No cookie is
 * looked at; the token alone decides, and the answer is the same whether there was anything to end.
 */
export async function POST(request: Request): Promise<Response> {
  await unfollowByToken(new URL(request.url).searchParams.get('token') ?? '')
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
