import { z } from 'zod'
import { isPrintable, mixesLookalikes, normalizeName } from '@/lib/platform/names'
import { isEmail, normalizeEmail } from './rules'

export const emailSchema = z
  .string()
  .overwrite(normalizeEmail)
  .max(254)
  .refine(isEmail, 'Not an email address')
  .meta({ format: 'email' })

export const nameSchema = z
  .string()
  .overwrite(normalizeName)
  .min(1)
  .max(100)
  .refine(isPrintable, 'Contains characters that cannot be shown')
  .refine((name) => !mixesLookalikes(name), 'Mixes letters that look alike')

const MIN_PASSWORD_LENGTH = 10

/** A password being chosen: long rather than odd (NIST SP 800-63B). The upper bound keeps hashing cheap to ask for. */
export const newPasswordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH)
  .max(200)
  .refine((password) => !password.includes('\0'), 'Contains a NUL character')

/** What signs a person in. Lenient on purpose: whatever is wrong with it, the answer is `bad_credentials`. */
export const credentialsSchema = z.object({ email: z.string().max(1000), password: z.string().max(1000) })

export const signUpSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  /** As it was typed; `''` where none was. `parsePhone` decides. */
  phone: z.string().max(100).default(''),
})

export type SignUpInput = z.input<typeof signUpSchema>
