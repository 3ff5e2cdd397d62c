import { defineEndpoint } from '@/lib/platform/endpoint'
import { performanceField } from '../../_json/performances'

export const findPerformanceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/performances/{id}',
  tag: 'Catalogue',
  summary: 'A performance and its prices',
  description: 'Prices are all-in. Times are those of the venue.',
  access: 'public',
  answer: { status: 200, description: 'The performance.', schema: performanceField },
  cache: 'public, max-age=0, s-maxage=5, stale-while-revalidate=10',
})
