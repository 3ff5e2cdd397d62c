import { unfollowByToken } from '@/lib/coordinator/follow-someone'

/** Of an organizer and all who play: no mail has more reasons. */
const MAX_TOKENS = 21

/**
 * `POST /unfollow/one-click?token=…&token=…`: a mail program ends the mails in the name of its owner (RFC 8058), whomever
 * of an event they follow. No cookie is looked at; the tokens alone decide, and the answer is the same whether there was
 * anything to end.
 */
export async function POST(request: Request): Promise<Response> {
  const tokens = new URL(request.url).searchParams.getAll('token')
  await unfollowByToken(...tokens.slice(0, MAX_TOKENS))
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
