import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { publishPerformance } from '@/lib/coordinator/publish-performance'
import { publishPerformanceEndpoint } from './endpoint'

export const POST = serveOrganizer(publishPerformanceEndpoint, 'manager', ({ params, who }) =>
  publishPerformance({ organizerId: who.organizerId, performanceId: params.id }),
)
