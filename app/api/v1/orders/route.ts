import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { viewOrders } from '@/lib/coordinator/view-order'
import { ok } from '@/lib/platform/result'
import { toOrderJson } from '../_json/orders'
import { listOrdersEndpoint } from './endpoint'

export const GET = serveCustomer(listOrdersEndpoint, async ({ query, who }) => {
  const { items, nextCursor } = await viewOrders(who.access, query)
  return ok({ items: items.map(toOrderJson), nextCursor })
})
