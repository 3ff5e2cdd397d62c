import { defineEndpoint } from '@/lib/platform/endpoint'

export const ticketImageEndpoint = defineEndpoint({
  method: 'GET',
  path: '/tickets/{id}/image',
  tag: 'Checkout and orders',
  summary: 'A ticket as an image',
  access: 'customer',
  answer: { status: 200, description: 'The document.', mediaTypes: ['image/png'] },
  errors: ['void'],
})
