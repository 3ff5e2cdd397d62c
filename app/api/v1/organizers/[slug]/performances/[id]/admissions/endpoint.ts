import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { admitTicketSchema } from '@/lib/reservations/admissions/schema'
import { ticketField } from '../../../../../_json/orders'

export const admitTicketEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/performances/{id}/admissions',
  tag: 'Organizers',
  summary: 'Let a ticket in',
  description:
    'Once a ticket: `already_admitted` says when (`admittedAt`) and at which door (`admittedWhere`). ' +
    '`void`: refunded, returned, or passed on since the code was printed.',
  access: 'organizer',
  body: { kind: 'json', schema: admitTicketSchema },
  answer: {
    status: 200,
    description: 'Welcome in.',
    schema: z.strictObject({ result: z.literal('admitted'), ticket: ticketField }),
  },
  errors: ['already_admitted', 'unknown_ticket', 'wrong_performance', 'void'],
})
