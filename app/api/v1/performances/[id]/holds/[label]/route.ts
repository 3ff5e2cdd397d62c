import { toCartJson } from '@/lib/coordinator/doors/cart-json'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { ok } from '@/lib/platform/result'
import { releaseHoldEndpoint } from './endpoint'

export const DELETE = serveCustomer(releaseHoldEndpoint, async ({ params, who }) => {
  const cart = await releaseSeats({ owner: who.owner, performanceId: params.id, label: params.label })
  return cart.ok ? ok(toCartJson(cart.value)) : cart
})
