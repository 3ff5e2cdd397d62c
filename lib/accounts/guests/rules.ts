import { createHmac } from 'node:crypto'
import { equalSecrets, isId } from '@/lib/platform/ids'

/** The cookie that carries a guest between visits. */
export const GUEST_COOKIE = 'tb_guest'
export const GUEST_COOKIE_DAYS = 365

/** The cookie's value for a guest: its id and a signature, so that nobody can name another guest's. */
export function signGuest(guestId: string, secret: string): string {
  return `${guestId}.${signatureOf(guestId, secret)}`
}

/** The guest a cookie names; null where it is missing, malformed, or not signed with `secret`. */
export function readGuest(cookie: string | undefined | null, secret: string): string | null {
  const [guestId = '', signature = '', ...rest] = (cookie ?? '').split('.')
  if (rest.length > 0 || !isId(guestId) || guestId !== guestId.toLowerCase()) return null
  return equalSecrets(signature, signatureOf(guestId, secret)) ? guestId : null
}

/** The prefix keeps this use of the secret apart from every other. */
function signatureOf(guestId: string, secret: string): string {
  return createHmac('sha256', secret).update(`tb_guest:${guestId}`).digest('base64url')
}
