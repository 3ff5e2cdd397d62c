import { defineEndpoint } from '@/lib/platform/endpoint'
import { orderField } from '../../../_json/orders'

export const cancelOrderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/orders/{id}/cancel',
  tag: 'Checkout and orders',
  summary: 'Call an order off',
  description: 'Before it is confirmed. The seats stay in the cart until their hold ends.',
  access: 'customer',
  answer: { status: 200, description: 'The order, `cancelled`.', schema: orderField },
  errors: ['too_late'],
  idempotent: true,
})
