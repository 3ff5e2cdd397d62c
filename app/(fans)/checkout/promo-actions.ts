'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { z } from 'zod'
import type { PromoState } from '@/components/checkout/promo-form'
import { currentCaller, currentOwner } from '@/lib/accounts/session'
import { findUser } from '@/lib/accounts/users/queries'
import { applyPromoCode, type PromoAnswer } from '@/lib/coordinator/apply-promo-code'
import { defineAction } from '@/lib/platform/action'
import { env } from '@/lib/platform/env'
import { addressOf } from '@/lib/platform/rate-limit'
import { type Result, refuse } from '@/lib/platform/result'

const input = z.object({ typed: z.string().max(200), currency: z.string().max(3).optional() })

const run = defineAction(input, async ({ typed, currency }): Promise<Result<PromoAnswer>> => {
  const [owner, caller] = await Promise.all([currentOwner(), currentCaller()])
  if (!owner) return refuse('cart_empty')
  const user = caller.kind === 'user' ? await findUser(caller.userId) : null
  const address = addressOf(new Request(env.APP_URL, { headers: await headers() }))
  return applyPromoCode({ owner, typed, currency, email: user?.email ?? null, address })
})

/** Takes the promo code's form, in the cart or at checkout; the page below it is up to date with what it answers. */
export async function applyPromo(_: PromoState, form: FormData): Promise<PromoState> {
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = text('code')
  const answer = await run({ typed, currency: text('currency') || undefined })
  revalidatePath('/checkout')
  revalidatePath('/cart')
  if (answer.ok)
    return answer.value.refusal ? { typed, ...answer.value, refusal: answer.value.refusal } : null
  return { typed, refusal: answer.code === 'rate_limited' ? 'rate_limited' : 'failed', minimum: null }
}
