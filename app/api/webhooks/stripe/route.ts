import { takeStripeEvent } from '@/lib/coordinator/take-stripe-event'
import { readLimited } from '@/lib/platform/endpoint-body'
import { ERRORS } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'

/** Stripe's own events stay far below this. */
const MAX_BYTES = 512 * 1024

/** `POST /api/webhooks/stripe`: 200 taken (or taken before), 400 not Stripe's, 413 too large, 503 send it again. */
export async function POST(request: Request): Promise<Response> {
  const bytes = await readLimited(request, MAX_BYTES).catch(() => 'broken' as const)
  if (bytes === 'broken') return answer('malformed')
  if (!bytes) return answer('too_large')
  try {
    const payload = new TextDecoder().decode(bytes)
    const taken = await takeStripeEvent({ payload, signature: request.headers.get('stripe-signature') })
    return taken.ok ? Response.json({ received: true }) : answer(taken.code)
  } catch (error) {
    log('error', 'webhook.failed', { error })
    return answer('unavailable')
  }
}

function answer(code: 'malformed' | 'too_large' | 'unavailable'): Response {
  return Response.json({ code }, { status: ERRORS[code].status })
}
