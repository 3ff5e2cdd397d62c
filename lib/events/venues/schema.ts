import { z } from 'zod'
import { isTimezone } from '@/lib/platform/time'
import { lineText } from '../schema'

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Codes such as ZZ and XK are well-formed, but only what has a name is a country. */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && regions.of(code) !== undefined
}

/** `POST …/venues`. */
export const createVenueSchema = z.strictObject({
  name: lineText(120),
  city: lineText(120),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCountry, 'is not a country code of two letters, such as DE'),
  /** IANA; pages show this zone's time. */
  timezone: z.string().trim().max(64).refine(isTimezone, 'is not a known time zone, such as Europe/Vienna'),
  address: lineText(300).optional(),
})

export type CreateVenueInput = z.input<typeof createVenueSchema>
