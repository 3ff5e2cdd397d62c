import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField, moneyField } from '@/lib/platform/endpoint-fields'
import { refundOrderSchema } from '@/lib/reservations/organizers/schema'
import { orderStatusField } from '../../../../../_json/orders'

export const refundOrderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/organizers/{slug}/orders/{id}/refunds',
  tag: 'Organizers',
  summary: 'Refund tickets',
  description:
    'Takes the tickets back, puts their seats on sale again, and gives back what was paid for them: all of it is ' +
    'decided at once, and the money is on its way. Only the organizer’s own tickets of the order. `void`: taken back ' +
    'before; `not_authorized`: the money has not been taken yet.',
  access: 'organizer',
  body: { kind: 'json', schema: refundOrderSchema },
  answer: {
    status: 201,
    description: 'The refund is decided.',
    schema: z.strictObject({
      refundId: idField.nullable().meta({ description: 'Null where the tickets had cost nothing.' }),
      orderId: idField,
      status: orderStatusField.meta({ description: "The order's." }),
      amount: moneyField,
      tickets: z.array(idField),
    }),
  },
  errors: ['unknown_ticket', 'void', 'not_authorized'],
  idempotent: true,
})
