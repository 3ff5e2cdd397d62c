import { z } from 'zod'
import { blockSeatsSchema } from '@/lib/events/performances/schema'
import { defineEndpoint } from '@/lib/platform/endpoint'

/** 5,000 labels, with room for long ones. */
const MAX_BYTES = 1024 * 1024

const changedField = z.strictObject({
  changed: z.int().meta({ description: 'How many seats were not so before.' }),
})

export const blockSeatsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/performances/{id}/blocks',
  tag: 'Organizers',
  summary: 'Keep seats back for the house',
  description: 'All of them or none. `seats_taken` names those that are held or sold.',
  access: 'organizer',
  body: { kind: 'json', schema: blockSeatsSchema, maxBytes: MAX_BYTES },
  answer: { status: 200, description: 'Fans cannot buy them.', schema: changedField },
  errors: ['unknown_seat', 'seats_taken', 'not_on_sale'],
})

export const unblockSeatsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/organizers/{slug}/performances/{id}/blocks',
  tag: 'Organizers',
  summary: 'Give house seats back to sale',
  description: 'Seats that are not kept back stay as they are.',
  access: 'organizer',
  body: { kind: 'json', schema: blockSeatsSchema, maxBytes: MAX_BYTES },
  answer: { status: 200, description: 'They are for sale.', schema: changedField },
  errors: ['unknown_seat', 'not_on_sale', 'seats_taken'],
})
