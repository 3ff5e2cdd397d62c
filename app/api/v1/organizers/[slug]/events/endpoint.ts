import { z } from 'zod'
import { createEventSchema } from '@/lib/events/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField, pageOf, pageQuery } from '@/lib/platform/endpoint-fields'
import { ownEventField } from '../../../_json/events'

export const listOwnEventsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/organizers/{slug}/events',
  tag: 'Organizers',
  summary: "An organizer's events",
  description: 'Drafts included, the newest first.',
  access: 'organizer',
  query: pageQuery,
  answer: { status: 200, description: 'One page.', schema: pageOf(ownEventField) },
})

export const createEventEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/events',
  tag: 'Organizers',
  summary: 'Add an event',
  description: 'Fans see it once one of its performances is published.',
  access: 'organizer',
  body: { kind: 'json', schema: createEventSchema },
  answer: {
    status: 201,
    description: 'It is found at `/events/{slug}`. `artists` are spelled as they were first heard of.',
    schema: z.strictObject({ id: idField, slug: z.string(), artists: z.array(z.string()) }),
  },
})
