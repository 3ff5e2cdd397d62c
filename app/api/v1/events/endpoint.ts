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
    'Soonest first. `query` looks through titles, venues, cities and organizers. `from` and `to` take a day or a ' +
    'moment; a day in `to` is included.',
  access: 'public',
  query: listEventsSchema,
  answer: { status: 200, description: 'One page.', schema: pageOf(eventCardField) },
  cache: 'public, max-age=0, s-maxage=10, stale-while-revalidate=30',
})
