import { defineEndpoint } from '@/lib/platform/endpoint'
import { pageOf, pageQuery } from '@/lib/platform/endpoint-fields'
import { orderField } from '../_json/orders'

export const listOrdersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/orders',
  tag: 'Checkout and orders',
  summary: 'Your orders',
  description: 'The newest first.',
  access: 'customer',
  query: pageQuery,
  answer: { status: 200, description: 'One page.', schema: pageOf(orderField) },
})
