import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { ok } from '@/lib/platform/result'
import { toOrderJson } from '../../../_json/orders'
import { cancelOrderEndpoint } from './endpoint'

export const POST = serveCustomer(cancelOrderEndpoint, async ({ params, who }) => {
  const cancelled = await cancelOrder({ access: who.access, orderId: params.id })
  return cancelled.ok ? ok(toOrderJson(cancelled.value)) : cancelled
})
