import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'

export const openApiEndpoint = defineEndpoint({
  method: 'GET',
  path: '/openapi.json',
  tag: 'Service',
  summary: 'This document',
  access: 'public',
  answer: {
    status: 200,
    description: 'OpenAPI 3.1.',
    schema: z.looseObject({ openapi: z.literal('3.1.0') }),
  },
  cache: 'public, max-age=0, s-maxage=60',
})
