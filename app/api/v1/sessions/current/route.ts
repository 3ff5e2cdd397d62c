import { endSessionOfRequest } from '@/lib/accounts/session'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { ok, refuse } from '@/lib/platform/result'
import { endSessionEndpoint } from './endpoint'

export const DELETE = serveCustomer(endSessionEndpoint, async ({ request }) =>
  (await endSessionOfRequest(request)) ? ok(null) : refuse('unauthenticated'),
)
