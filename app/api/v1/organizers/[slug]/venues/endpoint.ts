import { z } from 'zod'
import { createVenueSchema } from '@/lib/events/venues/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField } from '@/lib/platform/endpoint-fields'

export const createVenueEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/venues',
  tag: 'Organizers',
  summary: 'Add a venue',
  access: 'organizer',
  body: { kind: 'json', schema: createVenueSchema },
  answer: {
    status: 201,
    description: 'The venue, as yet without seats.',
    schema: z.strictObject({ id: idField }),
  },
})
