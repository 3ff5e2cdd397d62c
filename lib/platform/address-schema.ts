import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import { z } from 'zod'
import { COUNTRIES, layoutOf, type PostalAddress, REGIONS } from './address'
import { textLine } from './text-line'

/** What fits a letter's window. */
const MAX_LINE = 64

/** A postal address as its country writes one: what it needs is there, and its postcode looks like one. */
export const addressSchema = z
  .strictObject({
    line1: textLine(MAX_LINE),
    line2: textLine(MAX_LINE).optional(),
    city: textLine(MAX_LINE),
    postalCode: textLine(20).optional(),
    region: textLine(50).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 code of two letters'),
  })
  .superRefine((address, context) => {
    for (const [path, message] of findFaults(address)) {
      context.addIssue({ code: 'custom', path: [path], message })
    }
  })

function findFaults(address: PostalAddress): [keyof PostalAddress, string][] {
  const { country, postalCode, region } = address
  if (!/^[A-Z]{2}$/.test(country)) return []
  if (!COUNTRIES.includes(country)) return [['country', 'is not where letters are taken to']]
  const { needs } = layoutOf(country)
  const missing = needs.filter((part) => !address[part])
  const regions = REGIONS[country]
  const isOddCode =
    postalCode && postcodeValidatorExistsForCountry(country) && !postcodeValidator(postalCode, country)
  return [
    ...missing.map((part): [keyof PostalAddress, string] => [part, `is needed in ${country}`]),
    ...(isOddCode ? [['postalCode', `is no postcode of ${country}`] as [keyof PostalAddress, string]] : []),
    ...(region && regions && !regions.includes(region)
      ? [['region', `is none of ${regions.join(', ')}`] as [keyof PostalAddress, string]]
      : []),
  ]
}
