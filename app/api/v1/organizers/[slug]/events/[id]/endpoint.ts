import { updateEventSchema } from '@/lib/events/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { ownEventField } from '../../../../_json/events'

export const findOwnEventEndpoint = defineEndpoint({
  method: 'GET',
  path: '/organizers/{slug}/events/{id}',
  tag: 'Organizers',
  summary: 'One of the events',
  access: 'organizer',
  answer: { status: 200, description: 'The event.', schema: ownEventField },
})

export const updateEventEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/organizers/{slug}/events/{id}',
  tag: 'Organizers',
  summary: 'Change an event',
  description:
    'What is left out stays; null takes `subtitle`, `imageUrl` or `artists` away. The address stays.',
  access: 'organizer',
  body: { kind: 'json', schema: updateEventSchema },
  answer: { status: 200, description: 'The event as it is now.', schema: ownEventField },
})

export const deleteEventEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/organizers/{slug}/events/{id}',
  tag: 'Organizers',
  summary: 'Take an event away',
  description: 'For good. Not while a seat of it is sold, or held by somebody.',
  access: 'organizer',
  answer: { status: 204, description: 'It is gone.' },
  errors: ['tickets_sold'],
})
