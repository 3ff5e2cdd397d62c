import { defineEndpoint } from '@/lib/platform/endpoint'
import { orderField } from '../../_json/orders'

export const findOrderEndpoint = defineEndpoint({
  method: 'GET',
  path: '/orders/{id}',
  tag: 'Checkout and orders',
  summary: 'One of your orders',
  description:
    '`pending` → `authorized` → `confirmed` → `paid` → `partially_refunded` or `refunded`; or `cancelled`.',
  access: 'customer',
  answer: { status: 200, description: 'The order.', schema: orderField },
})
