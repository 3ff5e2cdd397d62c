import { emailSchema } from '@/lib/accounts/users/schema'
import { type Result, refuse } from '@/lib/platform/result'
import { findOrderByReference } from '@/lib/reservations/lookups/queries'
import { checkCode } from './check-code'
import { requestCode } from './request-code'

type Asked = { reference: string; email: string }
type From = {
  /** Where the request came from (`addressOf`). */
  address: string
}

/**
 * Has a code sent to the email of an order, for a guest who has its reference and email but not its link. The same
 * answer whether there is such an order or not. Refusals: `invalid` where they can be no reference or email,
 * `rate_limited`.
 */
export async function requestOrderCode(
  asked: Asked & From,
): Promise<Result<null, 'invalid' | 'rate_limited'>> {
  const subject = orderSubject(asked)
  if (!subject) return refuse('invalid')
  return requestCode({ purpose: 'open_order', subject, isSignUp: false, address: asked.address })
}

/** The order that a code opens, with the key of its pages (`?key=`). Refusals as `checkCode`, and no others. */
export async function openOrder({
  code,
  address,
  ...asked
}: Asked & From & { code: string }): Promise<
  Result<{ orderId: string; accessToken: string }, 'bad_code' | 'rate_limited'>
> {
  const subject = orderSubject(asked)
  if (!subject) return refuse('bad_code')
  const checked = await checkCode({ purpose: 'open_order', subject, code, address })
  if (!checked.ok) return checked
  const found = readOrderSubject(subject)
  const order = found && (await findOrderByReference(found))
  return order
    ? { ok: true, value: { orderId: order.id, accessToken: order.accessToken } }
    : refuse('bad_code')
}

/** One spelling of a reference and an email; null where they can be none. */
export function orderSubject({ reference, email }: Asked): string | null {
  const spelled = reference.slice(0, 40).toUpperCase().replace(/[\s-]/g, '')
  const parsed = emailSchema.safeParse(email)
  return /^[A-Z0-9]{4,20}$/.test(spelled) && parsed.success ? `${spelled} ${parsed.data}` : null
}

export function readOrderSubject(subject: string): Asked | null {
  const [reference, email] = subject.split(' ')
  return reference && email ? { reference, email } : null
}
