import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { viewOrder } from '@/lib/coordinator/view-order'
import { ok, refuse } from '@/lib/platform/result'
import { toOrderJson } from '../../_json/orders'
import { findOrderEndpoint } from './endpoint'

export const GET = serveCustomer(findOrderEndpoint, async ({ params, who }) => {
  const order = await viewOrder(who.access, params.id)
  return order ? ok(toOrderJson(order)) : refuse('not_found')
})
