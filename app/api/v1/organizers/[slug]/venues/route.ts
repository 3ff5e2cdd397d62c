import { createVenue } from '@/lib/coordinator/create-venue'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { createVenueEndpoint } from './endpoint'

export const POST = serveOrganizer(createVenueEndpoint, 'manager', ({ who, sent }) =>
  createVenue({ organizerId: who.organizerId, input: sent }),
)
