import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { viewHealth } from '@/lib/coordinator/view-health'
import { ok } from '@/lib/platform/result'
import { healthEndpoint } from './endpoint'

export const GET = servePublic(healthEndpoint, async () => {
  const health = await viewHealth()
  return ok(Response.json(health, { status: health.status === 'down' ? 503 : 200 }))
})
