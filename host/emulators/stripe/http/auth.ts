import { ApiError } from './errors'
import type { Request } from './request'

const MISSING =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."

/**
 * Lets test secret keys in, by Bearer or Basic auth. A live key is refused loudly: it has no business here. So is
 * acting on behalf of a connected account, which nothing in the product does.
 */
export function refuseStranger(request: Request): void {
  const key = keyOf(request.headers.authorization ?? '')
  if (!key) throw unauthorized(MISSING)
  if (/^(sk|rk)_live_/.test(key)) throw unauthorized('This is a stand-in for Stripe; it takes no live keys.')
  if (!/^(sk|rk)_test_\w+$/.test(key)) throw unauthorized(`Invalid API Key provided: ${masked(key)}`)
  if (request.headers['stripe-account']) {
    const message = 'The stand-in for Stripe does not act on behalf of connected accounts (Stripe-Account).'
    throw new ApiError(403, { type: 'invalid_request_error', message }, false)
  }
}

function keyOf(authorization: string): string | null {
  const [scheme = '', value = ''] = authorization.split(' ', 2)
  if (scheme.toLowerCase() === 'bearer') return value || null
  if (scheme.toLowerCase() !== 'basic') return null
  return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0] || null
}

function masked(key: string): string {
  return key.length > 8 ? `${key.slice(0, 4)}${'*'.repeat(key.length - 8)}${key.slice(-4)}` : '****'
}

function unauthorized(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message }, false)
}
