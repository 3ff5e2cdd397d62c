import { resolveCaller } from '@/lib/coordinator/doors/resolve-caller'
import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { openSession } from '@/lib/coordinator/open-session'
import { addressOf } from '@/lib/platform/rate-limit'
import { ok } from '@/lib/platform/result'
import { toOffsetIso } from '@/lib/platform/time'
import { openSessionEndpoint } from './endpoint'

export const POST = servePublic(openSessionEndpoint, async ({ body, request }) => {
  const opened = await openSession({
    wish: body,
    caller: await resolveCaller(request),
    address: addressOf(request),
    userAgent: request.headers.get('user-agent'),
  })
  if (!opened.ok) return opened
  const { token, expiresAt, user } = opened.value
  return ok({ token, expiresAt: toOffsetIso(expiresAt), user })
})
