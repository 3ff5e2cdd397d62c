import { cartField } from '@/lib/coordinator/doors/cart-json'
import { defineEndpoint } from '@/lib/platform/endpoint'

export const viewCartEndpoint = defineEndpoint({
  method: 'GET',
  path: '/cart',
  tag: 'Holds and the cart',
  summary: 'Your cart',
  access: 'customer',
  answer: { status: 200, description: 'What you hold at this moment.', schema: cartField },
})
