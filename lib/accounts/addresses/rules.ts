import { getCountries } from 'libphonenumber-js/max'
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import type { FieldIssue } from '@/lib/platform/errors'

/** ISO 3166-1 codes of the countries an address can be in. */
export const COUNTRIES: readonly string[] = getCountries().toSorted()

/** Where a letter does not arrive without it (Universal Postal Union, addressing guides). */
const NEED_REGION = new Set(['AU', 'BR', 'CA', 'CN', 'IN', 'IT', 'JP', 'MX', 'US'])

/** What about an address depends on its country. */
type Postal = { postalCode?: string; region?: string; country: string }

/** One spelling of a postal code: upper case, single spaces; spaces around dashes go. */
export function normalizePostalCode(typed: string): string {
  return typed.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, ' ').replace(/ ?- ?/g, '-')
}

/** Whether letters there carry a postal code. */
export function needsPostalCode(country: string): boolean {
  return postcodeValidatorExistsForCountry(country)
}

/** What is wrong with an address in its country: a postal code of another shape, a state that is missing. */
export function checkAddress({ postalCode, region, country }: Postal): FieldIssue[] {
  if (!COUNTRIES.includes(country)) return [{ path: 'country', message: 'is no country we know' }]
  const isFitting = needsPostalCode(country)
    ? postcodeValidator(postalCode ?? '', country)
    : (postalCode ?? '').length <= 12
  return [
    ...(isFitting ? [] : [{ path: 'postalCode', message: 'is no postal code of this country' }]),
    ...(NEED_REGION.has(country) && !region ? [{ path: 'region', message: 'is missing' }] : []),
  ]
}

/** Countries to choose from, by their names in a language: [code, name]. */
export function listCountries(locale: string): [string, string][] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const pairs = COUNTRIES.map((code): [string, string] => [code, names.of(code) ?? code])
  return pairs.sort(([, a], [, b]) => a.localeCompare(b, locale))
}
