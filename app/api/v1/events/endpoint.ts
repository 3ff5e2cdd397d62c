import { listEventsSchema } from '@/lib/events/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { pageOf } from '@/lib/platform/endpoint-fields'
import { eventCardField } from '../_json/events'

export const listEventsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/events',
  tag: 'Catalogue',
  summary: 'Events to come',
  description:
    'Soonest first; with `query`, what fits it best first. `query` looks through titles, artists, venues, cities and ' +
    'organizers, forgives a slip, and understands days: `jazz berlin this weekend`. `from` and `to` take a day (as ' +
    'the venue counts it; in `to` it is included) or a moment.',
  access: 'public',
  query: listEventsSchema,
  answer: { status: 200, description: 'One page.', schema: pageOf(eventCardField) },
  cache: 'public, max-age=0, s-maxage=10, stale-while-revalidate=30',
})
