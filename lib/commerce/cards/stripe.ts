import Stripe from 'stripe'
import type { IntentTruth } from '../payments/types'
import { attempt, fetchPayment, once, type StripeResult, stripe } from '../stripe'

/** Paying with a card that is kept at Stripe, without Stripe's page. */

export type CardPayment = {
  orderId: string
  reference: string
  amount: number
  currency: string
  customerId: string
  cardId: string
  /** Where the fan comes back to from the bank's own page. */
  returnUrl: string
}

/**
 * Asks the bank to authorize an order on a kept card, the fan being there; once an order, however often it is asked.
 * Answers what is true then: authorized, a page to go to first (`nextUrl`), or declined.
 */
export async function authorizeCard(payment: CardPayment): Promise<StripeResult<IntentTruth>> {
  const { orderId, reference, amount, currency, customerId, cardId, returnUrl } = payment
  const params: Stripe.PaymentIntentCreateParams = {
    ...{ amount, currency: currency.toLowerCase(), customer: customerId, payment_method: cardId },
    ...{ capture_method: 'manual', confirm: true, return_url: returnUrl },
    ...{ description: reference, metadata: { order: orderId }, transfer_group: orderId },
  }
  let declined: string | null = null
  const created = await attempt(() =>
    once(`card-${orderId}`, (idempotencyKey) =>
      stripe().paymentIntents.create(params, { idempotencyKey }),
    ).catch((error: unknown) => {
      if (!(error instanceof Stripe.errors.StripeCardError)) throw error
      declined = error.payment_intent?.id ?? null
      throw error
    }),
  )
  if (declined) return fetchPayment(declined)
  return created.ok ? fetchPayment(created.value.id) : created
}

/** The payment that was begun for an order on a kept card, if one was: its answer can have been lost. */
export async function findCardPayment(
  customerId: string,
  orderId: string,
): Promise<StripeResult<IntentTruth | null>> {
  const found = await attempt(async () => {
    const { data } = await stripe().paymentIntents.list({ customer: customerId, limit: 100 })
    return data.find((intent) => intent.metadata.order === orderId)?.id ?? null
  })
  return found.ok && found.value ? fetchPayment(found.value) : (found as StripeResult<null>)
}
