import { checkOut } from '@/lib/coordinator/check-out'
import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { pickLocale } from '@/lib/i18n/pick-locale'
import { ok } from '@/lib/platform/result'
import { toOrderJson } from '../_json/orders'
import { checkOutEndpoint } from './endpoint'

export const POST = serveCustomer(checkOutEndpoint, async ({ sent, who, request }) => {
  const locale = pickLocale(request.headers.get('accept-language'))
  const checkedOut = await checkOut({ ...sent, owner: who.owner, locale })
  if (!checkedOut.ok) return checkedOut
  const { order, paymentUrl } = checkedOut.value
  return ok({ order: toOrderJson(order), paymentUrl })
})
