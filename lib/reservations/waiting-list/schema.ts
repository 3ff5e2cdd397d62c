import { z } from 'zod'
import { MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { textLine } from '@/lib/platform/text-line'

/** What somebody says who wants to be called. */
export const joinSchema = z.strictObject({
  /** Index into the plan's categories. */
  category: z.int().min(0).max(255),
  seatCount: z.int().min(1).max(MAX_SEATS_PER_HOLD),
  takesFewer: z.boolean().default(false),
  name: textLine(100),
  email: z
    .string()
    .trim()
    .normalize('NFC')
    .max(254, 'is longer than 254 characters')
    .pipe(z.email('is no email address')),
  /** As it was typed; `''` where none was. */
  phone: z.string().max(100, 'is longer than 100 characters').default(''),
  /** Where a number without a country code is dialled, a guess. */
  region: z.string().max(2).nullable().default(null),
})

export type JoinInput = z.input<typeof joinSchema>
