import { toCartJson } from '@/lib/coordinator/doors/cart-json'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { ok } from '@/lib/platform/result'
import { releaseHoldsEndpoint } from './endpoint'

export { answerClaim as POST } from '@/lib/coordinator/doors/claim-door'

export const DELETE = serveCustomer(releaseHoldsEndpoint, async ({ params, who }) => {
  const cart = await releaseSeats({ owner: who.owner, performanceId: params.id })
  return cart.ok ? ok(toCartJson(cart.value)) : cart
})
