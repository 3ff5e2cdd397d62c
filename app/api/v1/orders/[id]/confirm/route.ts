import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { ok } from '@/lib/platform/result'
import { toOrderJson } from '../../../_json/orders'
import { confirmOrderEndpoint } from './endpoint'

export const POST = serveCustomer(confirmOrderEndpoint, async ({ params, who }) => {
  const confirmed = await confirmOrder({ access: who.access, orderId: params.id })
  return confirmed.ok ? ok(toOrderJson(confirmed.value)) : confirmed
})
