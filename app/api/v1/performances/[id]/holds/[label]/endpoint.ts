import { cartField } from '@/lib/coordinator/doors/cart-json'
import { defineEndpoint } from '@/lib/platform/endpoint'

export const releaseHoldEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/performances/{id}/holds/{label}',
  tag: 'Holds and the cart',
  summary: 'Let go of one seat',
  description: 'Not holding it is no error.',
  access: 'customer',
  answer: { status: 200, description: 'The cart without it.', schema: cartField },
  errors: ['unknown_seat'],
})
