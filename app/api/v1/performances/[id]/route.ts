import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { findPerformance } from '@/lib/events/performances/queries'
import { ok, refuse } from '@/lib/platform/result'
import { toPerformanceJson } from '../../_json/performances'
import { findPerformanceEndpoint } from './endpoint'

export const GET = servePublic(findPerformanceEndpoint, async ({ params }) => {
  const performance = await findPerformance(params.id)
  return performance ? ok(toPerformanceJson(performance)) : refuse('not_found')
})
