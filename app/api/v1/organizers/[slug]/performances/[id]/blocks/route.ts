import { blockSeats, unblockSeats } from '@/lib/coordinator/block-seats'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { blockSeatsEndpoint, unblockSeatsEndpoint } from './endpoint'

export const POST = serveOrganizer(blockSeatsEndpoint, 'manager', ({ params, who, sent }) =>
  blockSeats({ organizerId: who.organizerId, performanceId: params.id, input: sent }),
)

export const DELETE = serveOrganizer(unblockSeatsEndpoint, 'manager', ({ params, who, sent }) =>
  unblockSeats({ organizerId: who.organizerId, performanceId: params.id, input: sent }),
)
