import { hashSecret } from '@/lib/platform/ids'
import { attempt, type StripeResult, stripe } from '../stripe'
import type { KeptCard } from './types'

/** Makes an account's customer, once however often it is asked for one `userId`. */
export function createCustomer({
  userId,
  email,
}: {
  userId: string
  email: string
}): Promise<StripeResult<string>> {
  return attempt(async () => {
    const metadata = { user: userId }
    const options = { idempotencyKey: `customer-${userId}-${hashSecret(email).slice(0, 16)}` }
    return (await stripe().customers.create({ email, metadata }, options)).id
  })
}

/** The cards a customer agreed to be shown again, newest first. */
export function listCards(customerId: string): Promise<StripeResult<KeptCard[]>> {
  return attempt(async () => {
    const params = { type: 'card', allow_redisplay: 'always', limit: 100 } as const
    const { data } = await stripe().customers.listPaymentMethods(customerId, params)
    return data.flatMap(({ id, card }) =>
      card
        ? [
            {
              ...{ id, brand: card.brand, last4: card.last4 },
              ...{ expiresMonth: card.exp_month, expiresYear: card.exp_year },
            },
          ]
        : [],
    )
  })
}

/** Takes a card off its customer; `invalid` where it is not theirs. */
export function removeCard(customerId: string, cardId: string): Promise<StripeResult<null>> {
  return attempt(async () => {
    await stripe().customers.retrievePaymentMethod(customerId, cardId)
    await stripe().paymentMethods.detach(cardId)
    return null
  })
}

/** Deletes a customer with all cards; one that is gone is no error. */
export async function deleteCustomer(customerId: string): Promise<StripeResult<null>> {
  const deleted = await attempt(async () => {
    await stripe().customers.del(customerId)
    return null
  })
  return !deleted.ok && deleted.code === 'invalid' ? { ok: true, value: null } : deleted
}
