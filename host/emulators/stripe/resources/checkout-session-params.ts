import { z } from 'zod'
import { currency, flag, httpUrl, listShape, metadata, natural, positive, text } from '../http/params'
import { paymentShape } from './payment-intent-params'

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: natural,
    product_data: z.strictObject({
      name: text,
      description: text.optional(),
      images: z.array(httpUrl).max(8).optional(),
      metadata: metadata.optional(),
    }),
    tax_behavior: z.enum(['inclusive', 'exclusive', 'unspecified']).optional(),
  }),
  quantity: positive,
  metadata: metadata.optional(),
})

/** Only what this stand-in honours: anything else is refused by name, as Stripe refuses what it does not know. */
export const createParams = z.strictObject({
  mode: z.enum(['payment']),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: httpUrl,
  cancel_url: httpUrl.optional(),
  client_reference_id: text.max(200).optional(),
  customer: text.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_email: z
    .string()
    .max(800)
    .regex(/^\S+@\S+$/, 'Invalid email address')
    .optional(),
  expires_at: positive.optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  payment_intent_data: z.strictObject(paymentShape).optional(),
  saved_payment_method_options: z
    .strictObject({
      payment_method_save: z.enum(['enabled', 'disabled']).optional(),
      allow_redisplay_filters: z.array(z.enum(['always'])).optional(),
    })
    .optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
  ui_mode: z.enum(['hosted_page']).optional(),
  billing_address_collection: z.enum(['auto']).optional(),
  allow_promotion_codes: flag
    .refine((value) => !value, 'Promotion codes are not part of this stand-in.')
    .optional(),
  allowed_payment_method_types: z.array(z.enum(['card'])).optional(),
})

export type CreateParams = z.output<typeof createParams>

export const updateParams = z.strictObject({ metadata: metadata.optional() })

export const listParams = z.strictObject({
  ...listShape,
  payment_intent: text.optional(),
  customer: text.optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
})
