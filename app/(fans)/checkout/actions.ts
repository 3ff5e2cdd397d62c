'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { currentOwner } from '@/lib/accounts/session'
import { isAddressDoubtful } from '@/lib/coordinator/check-address'
import { checkOut } from '@/lib/coordinator/check-out'
import { offerForCart } from '@/lib/coordinator/offer-for-cart'
import { viewCart } from '@/lib/coordinator/view-cart'
import { defineAction } from '@/lib/platform/action'
import type { PostalAddress } from '@/lib/platform/address'
import { type Result, refuse } from '@/lib/platform/result'
import type { CheckoutState } from './checkout-state'
import { readDetails, toAddress } from './read-details'
import { readShown, shownCartSchema } from './read-shown'

const input = z.object({
  email: z.string(),
  name: z.string(),
  delivery: z.enum(['email', 'post']),
  address: z.custom<PostalAddress>().optional(),
  cardId: z.string().max(200).optional(),
  currency: z.string(),
  expected: shownCartSchema,
})

/** Never answers where it succeeds: the fan goes on to pay, or to look everything over. */
const run = defineAction(input, async ({ expected, ...details }): Promise<Result<never>> => {
  const owner = await currentOwner()
  if (!owner) return refuse('cart_empty')
  const done = await checkOut({ owner, ...details, expected, locale: await getLocale() })
  if (done.ok) redirect(done.value.paymentUrl ?? `/orders/${done.value.order.id}/verify`)
  if (done.code === 'seats_lost') {
    // Explained in the cart, seat by seat, beside what is held in their place.
    if (await offerForCart(owner, expected.seats)) redirect('/cart')
    const [first] = expected.seats
    // Nothing like them is left, and nothing else is held: one can still wait.
    if (first && (await viewCart(owner)).holds.length === 0)
      redirect(`/performances/${first.performanceId}/waiting-list?lost=1`)
  }
  return done
})

/** Takes the form of the checkout page; the page below it is up to date with what it answers. */
export async function startCheckout(_: CheckoutState, form: FormData): Promise<CheckoutState> {
  const text = (name: string) => String(form.get(name) ?? '')
  const values = readDetails(form)
  const address = values.delivery === 'post' ? toAddress(values.address) : undefined
  const isDoubted = text('doubted') === JSON.stringify(values.address)
  if (address && !isDoubted && (await isAddressDoubtful({ name: values.name, address }))) {
    return { values, code: 'address_doubtful', lost: [], promo: '', fields: [] }
  }
  const expected = readShown(text('expected'))
  const { email, name, delivery } = values
  const cardId = values.card || undefined
  const refused = await run({ email, name, delivery, address, cardId, currency: text('currency'), expected })
  if (refused.ok) return null
  revalidatePath('/checkout')
  const { code, seats = [], total, errors = [] } = refused
  const words = new Map(expected.seats.map((one) => [one.label, one.words]))
  const lost = seats.map((label) => words.get(label) ?? label)
  const promo = text('promo')
  return {
    values,
    code,
    lost,
    promo,
    total,
    fields: errors.map(({ path }) => path.replace(/^address\./, '')),
  }
}
