import { z } from 'zod'

/** One line of text a person writes: trimmed, NFC, no control characters (Postgres takes no NUL). */
function line(maxLength: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, 'is missing')
    .max(maxLength, `is longer than ${maxLength} characters`)
    .regex(/^\P{Cc}*$/u, 'has characters that cannot be printed')
}

const addressSchema = z.strictObject({
  line1: line(100),
  line2: line(100).optional(),
  city: line(100),
  postalCode: line(20),
  region: line(50).optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 code of two letters'),
})

/** `POST /checkout`. */
export const checkoutSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .normalize('NFC')
    .max(254, 'is longer than 254 characters')
    .pipe(z.email('is no email address')),
  name: line(100),
  delivery: z.enum(['email', 'post']).default('email'),
  address: addressSchema.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no ISO 4217 code')
    .optional(),
})
