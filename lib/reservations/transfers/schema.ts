import { z } from 'zod'

/** A name on a ticket: one line of text that can be printed. */
export const holderSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, 'is missing')
  .max(100, 'is longer than 100 characters')
  .regex(/^\P{Cc}*$/u, 'has characters that cannot be printed')

/** To whom a ticket is given. */
export const friendSchema = z.strictObject({
  name: holderSchema,
  email: z
    .string()
    .trim()
    .normalize('NFC')
    .max(254, 'is longer than 254 characters')
    .pipe(z.email('is no email address')),
})
