import { z } from 'zod'
import { addressSchema } from '@/lib/platform/address-schema'
import { textLine } from '@/lib/platform/text-line'

/** `POST /checkout`. */
export const checkoutSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .normalize('NFC')
    .max(254, 'is longer than 254 characters')
    .pipe(z.email('is no email address')),
  name: textLine(100),
  delivery: z.enum(['email', 'post']).default('email'),
  address: addressSchema.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no ISO 4217 code')
    .optional(),
})
