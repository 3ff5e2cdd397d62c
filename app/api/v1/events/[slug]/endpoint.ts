import { defineEndpoint } from '@/lib/platform/endpoint'
import { eventField } from '../../_json/events'

export const findEventEndpoint = defineEndpoint({
  method: 'GET',
  path: '/events/{slug}',
  tag: 'Catalogue',
  summary: 'An event and its performances',
  description: 'All performances that were ever published, past and cancelled ones too, by time.',
  access: 'public',
  answer: { status: 200, description: 'The event.', schema: eventField },
  cache: 'public, max-age=0, s-maxage=10, stale-while-revalidate=30',
})
