import { endSession } from '@/lib/accounts/sessions/store'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { ok, refuse } from '@/lib/platform/result'
import { endSessionEndpoint } from './endpoint'

export const DELETE = serveCustomer(endSessionEndpoint, async ({ request }) => {
  const token = request.headers.get('authorization')?.replace(/^Bearer +/i, '')
  return token && (await endSession(token)) ? ok(null) : refuse('unauthenticated')
})
