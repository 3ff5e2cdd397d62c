import { z } from 'zod'
import { createPerformanceSchema } from '@/lib/events/performances/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField } from '@/lib/platform/endpoint-fields'

export const createPerformanceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/events/{id}/performances',
  tag: 'Organizers',
  summary: 'Add a performance',
  description:
    'As a draft; publish it to sell it. Every category of the seat map is priced once, by its id or its name. ' +
    'Without `onSaleAt` it is on sale as soon as it is published.',
  access: 'organizer',
  body: { kind: 'json', schema: createPerformanceSchema },
  answer: { status: 201, description: 'The draft.', schema: z.strictObject({ id: idField }) },
})
