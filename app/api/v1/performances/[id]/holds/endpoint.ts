import { cartField } from '@/lib/coordinator/doors/cart-json'
import { defineEndpoint } from '@/lib/platform/endpoint'

export const releaseHoldsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/performances/{id}/holds',
  tag: 'Holds and the cart',
  summary: 'Let go of all seats of a performance',
  description: 'Holding none is no error.',
  access: 'customer',
  answer: { status: 200, description: 'The cart without them.', schema: cartField },
})
