'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentOwner } from '@/lib/accounts/session'
import { checkOut } from '@/lib/coordinator/check-out'
import { defineAction } from '@/lib/platform/action'
import { type Result, refuse } from '@/lib/platform/result'
import type { CheckoutState } from './checkout-state'
import { readShown, shownCartSchema } from './read-shown'

const input = z.object({
  email: z.string(),
  name: z.string(),
  currency: z.string(),
  expected: shownCartSchema,
})

/** Never answers where it succeeds: the fan goes on to pay, or to look everything over. */
const run = defineAction(input, async ({ expected, ...details }): Promise<Result<never>> => {
  const owner = await currentOwner()
  if (!owner) return refuse('cart_empty')
  const done = await checkOut({ owner, ...details, expected })
  if (done.ok) redirect(done.value.paymentUrl ?? `/orders/${done.value.order.id}/verify`)
  return done
})

/** Takes the form of the checkout page; the page below it is up to date with what it answers. */
export async function startCheckout(_: CheckoutState, form: FormData): Promise<CheckoutState> {
  const text = (name: string) => String(form.get(name) ?? '')
  const values = { email: text('email'), name: text('name') }
  const expected = readShown(text('expected'))
  const refused = await run({ ...values, currency: text('currency'), expected })
  if (refused.ok) return null
  revalidatePath('/checkout')
  const { code, seats = [], total, errors = [] } = refused
  const words = new Map(expected.seats.map((one) => [one.label, one.words]))
  const lost = seats.map((label) => words.get(label) ?? label)
  return { values, code, lost, total, fields: errors.map(({ path }) => path) }
}
