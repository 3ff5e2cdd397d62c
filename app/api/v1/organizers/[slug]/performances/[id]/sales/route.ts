import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { viewSales } from '@/lib/coordinator/view-sales'
import { ok, refuse } from '@/lib/platform/result'
import { viewSalesEndpoint } from './endpoint'

export const GET = serveOrganizer(viewSalesEndpoint, ['manager', 'finance'], async ({ params, who }) => {
  const sales = await viewSales({ organizerId: who.organizerId, performanceId: params.id })
  return sales ? ok(sales) : refuse('not_found')
})
