import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField } from '@/lib/platform/endpoint-fields'

export const publishPerformanceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/performances/{id}/publish',
  tag: 'Organizers',
  summary: 'Publish a performance',
  description:
    'Shows it to fans and makes its seats. Repeating it changes nothing. `too_late`: it is called off, or over.',
  access: 'organizer',
  answer: {
    status: 200,
    description: 'It can be bought from its on-sale time.',
    schema: z.strictObject({ id: idField, status: z.literal('published') }),
  },
  errors: ['too_late'],
})
