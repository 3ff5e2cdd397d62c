import { toCartJson } from '@/lib/coordinator/doors/cart-json'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { viewCart } from '@/lib/coordinator/view-cart'
import { ok } from '@/lib/platform/result'
import { viewCartEndpoint } from './endpoint'

export const GET = serveCustomer(viewCartEndpoint, async ({ who }) =>
  ok(toCartJson(await viewCart(who.owner))),
)
