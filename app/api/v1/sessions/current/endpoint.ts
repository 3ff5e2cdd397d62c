import { defineEndpoint } from '@/lib/platform/endpoint'

export const endSessionEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/sessions/current',
  tag: 'Sessions',
  summary: 'Give a token up',
  description: 'The one in `Authorization`, at once and for good.',
  access: 'customer',
  answer: { status: 204, description: 'It opens nothing any more.' },
})
