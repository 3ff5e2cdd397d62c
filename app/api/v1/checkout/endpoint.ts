import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { checkoutSchema } from '@/lib/reservations/orders/schema'
import { orderField } from '../_json/orders'

export const checkOutEndpoint = defineEndpoint({
  method: 'POST',
  path: '/checkout',
  tag: 'Checkout and orders',
  summary: 'Check out your cart',
  description:
    'Draws an order from what you hold and opens the page to pay it. `price_changed` holds your seats at the new ' +
    'price (`total`): repeat to accept it. `mixed_currencies` names the `currencies`: repeat with one of them in ' +
    '`currency`.',
  access: 'customer',
  body: { kind: 'json', schema: checkoutSchema },
  answer: {
    status: 201,
    description: 'Send the buyer to `paymentUrl`; null where there is nothing to pay: confirm then.',
    schema: z.strictObject({ order: orderField, paymentUrl: z.url().nullable() }),
  },
  errors: ['cart_empty', 'seats_lost', 'price_changed', 'mixed_currencies', 'address_required'],
  idempotent: true,
})
