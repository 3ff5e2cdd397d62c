import { z } from 'zod'
import { currency, flag, httpUrl, metadata, natural, positive, text } from '../http/params'

/** What becomes of a payment: the part that PaymentIntents and a session's `payment_intent_data` share. */
export const paymentShape = {
  application_fee_amount: natural.optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: text.optional(),
  setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
  statement_descriptor_suffix: text.optional(),
  transfer_data: z.strictObject({ destination: text, amount: positive.optional() }).optional(),
  transfer_group: text.optional(),
}

export const createParams = z.strictObject({
  ...paymentShape,
  amount: positive,
  currency,
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  confirm: flag.optional(),
  customer: text.optional(),
  payment_method: text.optional(),
  return_url: httpUrl.optional(),
})

export const updateParams = z.strictObject({
  amount: positive.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: text.optional(),
  transfer_group: text.optional(),
})

export const confirmParams = z.strictObject({
  payment_method: text.optional(),
  return_url: httpUrl.optional(),
})

export const captureParams = z.strictObject({
  amount_to_capture: positive.optional(),
  application_fee_amount: natural.optional(),
  metadata: metadata.optional(),
})

export const cancelParams = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
})
