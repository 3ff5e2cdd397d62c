import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'

const check = z.enum(['ok', 'down'])

export const healthEndpoint = defineEndpoint({
  method: 'GET',
  path: '/health',
  tag: 'Service',
  summary: 'How we are',
  description:
    'A few seconds old at most. 503, with the same body, when `down`: without its database nothing works.',
  access: 'public',
  answer: {
    status: 200,
    description: '`ok`, or `degraded`: something waits or is missing, seats can be held.',
    schema: z
      .strictObject({
        status: z.enum(['ok', 'degraded', 'down']),
        checks: z.strictObject({
          database: check,
          realtime: check,
          payments: check,
          email: check,
          jobs: check,
        }),
      })
      .meta({ id: 'Health' }),
  },
})
