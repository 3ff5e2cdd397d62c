import { defineEndpoint } from '@/lib/platform/endpoint'

export const ticketPdfEndpoint = defineEndpoint({
  method: 'GET',
  path: '/tickets/{id}/pdf',
  tag: 'Checkout and orders',
  summary: 'A ticket as a PDF',
  access: 'customer',
  answer: { status: 200, description: 'The document.', mediaTypes: ['application/pdf'] },
  errors: ['void'],
})
