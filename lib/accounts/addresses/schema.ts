import { z } from 'zod'
import { isPrintable } from '@/lib/platform/names'
import { checkAddress, normalizePostalCode } from './rules'

/** One line of an envelope: trimmed, NFC, nothing invisible. */
function line(maxLength: number) {
  return z
    .string()
    .overwrite((text) => text.normalize('NFC').replace(/ +/g, ' ').trim())
    .max(maxLength)
    .refine(isPrintable, 'Contains characters that cannot be printed')
}

/** Empty means absent. */
const optionalLine = (maxLength: number) =>
  line(maxLength)
    .optional()
    .transform((text) => text || undefined)

/** An address a letter can be sent to. Its postal code and region are checked by its country. */
export const addressSchema = z
  .object({
    name: line(100).min(1),
    line1: line(100).min(1),
    line2: optionalLine(100),
    city: line(100).min(1),
    region: optionalLine(50),
    postalCode: z
      .string()
      .max(20)
      .overwrite(normalizePostalCode)
      .refine(isPrintable, 'Contains characters that cannot be printed')
      .optional()
      .transform((text) => text || undefined),
    country: z.string().regex(/^[A-Z]{2}$/),
  })
  .superRefine((address, context) => {
    for (const { path, message } of checkAddress(address)) {
      context.addIssue({ code: 'custom', path: [path], message })
    }
  })

export type AddressInput = z.input<typeof addressSchema>
export type AddressFields = z.output<typeof addressSchema>
