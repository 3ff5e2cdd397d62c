import { defineEndpoint } from '@/lib/platform/endpoint'
import { orderField } from '../../../_json/orders'

export const confirmOrderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/orders/{id}/confirm',
  tag: 'Checkout and orders',
  summary: 'Confirm an order',
  description:
    'Makes the seats yours and takes the money, in that order. Repeating it is harmless. `seats_lost` names the ' +
    '`seats`: the order is cancelled then and the card is not charged.',
  access: 'customer',
  answer: {
    status: 200,
    description:
      'The order, `paid`; `confirmed` where the bank cannot be reached right now (the seats are yours, the money ' +
      'is taken when it can be).',
    schema: orderField,
  },
  errors: ['not_authorized', 'seats_lost'],
  idempotent: true,
})
