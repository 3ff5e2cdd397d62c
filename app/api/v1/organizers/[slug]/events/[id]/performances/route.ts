import { createPerformance } from '@/lib/coordinator/create-performance'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { createPerformanceEndpoint } from './endpoint'

export const POST = serveOrganizer(createPerformanceEndpoint, 'manager', ({ params, who, sent }) =>
  createPerformance({ organizerId: who.organizerId, eventId: params.id, input: sent }),
)
