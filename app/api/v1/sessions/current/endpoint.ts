import { defineEndpoint } from '@/lib/platform/endpoint'

export const endSessionEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/sessions/current',
  tag: 'Sessions',
  summary: 'Sign out',
  description:
    'The token in `Authorization` or, without one, the session of the cookie; at once and for good.',
  access: 'customer',
  answer: { status: 204, description: 'It opens nothing any more.' },
})
