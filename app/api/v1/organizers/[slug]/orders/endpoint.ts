import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField, momentField, moneyField, pageOf, pageQuery } from '@/lib/platform/endpoint-fields'
import { orderLineField, orderStatusField } from '../../../_json/orders'

const soldOrderField = z
  .strictObject({
    id: idField,
    reference: z.string(),
    status: orderStatusField,
    email: z.string(),
    name: z.string(),
    delivery: z.enum(['email', 'post']),
    createdAt: momentField,
    total: moneyField.meta({ description: "This organizer's part of the order." }),
    lines: z.array(orderLineField),
  })
  .meta({ id: 'SoldOrder' })

export const listSoldOrdersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/organizers/{slug}/orders',
  tag: 'Organizers',
  summary: 'Orders with seats of the organizer',
  description: "Sold ones, the newest first, each with this organizer's lines only.",
  access: 'organizer',
  query: pageQuery.extend({
    performanceId: idField.optional().meta({ description: 'Only orders for this performance.' }),
  }),
  answer: { status: 200, description: 'One page.', schema: pageOf(soldOrderField) },
})
