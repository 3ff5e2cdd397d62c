import { z } from 'zod'
import { normalizeCode } from './rules'

const amount = z.number().int().min(1).max(100_000_000)

/** A new promo code. Amounts are minor units of `currency`; one of `percentOff` and `amountOff` is given. */
export const promoCodeSchema = z
  .strictObject({
    code: z
      .string()
      .transform(normalizeCode)
      .pipe(z.string().regex(/^[A-Z0-9-]{4,40}$/, 'is 4 to 40 letters, digits and hyphens')),
    eventId: z.uuid().optional(),
    scope: z.enum(['ticket', 'order']).default('order'),
    percentOff: z.number().int().min(1).max(100).optional(),
    amountOff: amount.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'is no ISO 4217 code')
      .optional(),
    minimumAmount: amount.optional(),
    maxUses: z.number().int().min(1).max(1_000_000).optional(),
    maxPerCustomer: z.number().int().min(1).max(1_000).optional(),
    startsAt: z.coerce.date().optional(),
    endsAt: z.coerce.date().optional(),
  })
  .superRefine(({ percentOff, amountOff, minimumAmount, currency, startsAt, endsAt }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((percentOff === undefined) === (amountOff === undefined))
      say('percentOff', 'or amountOff is needed, not both')
    if ((amountOff ?? minimumAmount) !== undefined && !currency) say('currency', 'is needed for an amount')
    if (startsAt && endsAt && endsAt <= startsAt) say('endsAt', 'is not after the start')
  })

export type NewPromoCode = z.output<typeof promoCodeSchema>
