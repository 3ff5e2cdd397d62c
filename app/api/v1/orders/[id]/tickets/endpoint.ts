import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { ticketField } from '../../../_json/orders'

export const listTicketsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/orders/{id}/tickets',
  tag: 'Checkout and orders',
  summary: 'The tickets of an order',
  description: 'One a seat, all on one page; none before the order is confirmed.',
  access: 'customer',
  answer: {
    status: 200,
    description: 'The tickets.',
    schema: z.strictObject({ items: z.array(ticketField), nextCursor: z.null() }),
  },
})
