import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Longer than any way of writing a number; what is longer is not looked at. */
const MAX_LENGTH = 40

/**
 * A phone number as a person writes it, in E.164 (`+436641234567`); null where it is none. Without a country code it
 * is read as dialled in `region`.
 */
export function parsePhone(text: string, region: string | null): string | null {
  if (text.length > MAX_LENGTH || /[^\d\s+()./\-\u2010-\u2015\u00a0]/u.test(text)) return null
  const country = region && isSupportedCountry(region) ? (region as CountryCode) : undefined
  const plain = text.replace(/[\s\u2010-\u2015]+/gu, ' ').trim()
  const phone = parsePhoneNumberFromString(plain, { defaultCountry: country, extract: false })
  return phone?.isValid() && !phone.ext ? phone.number : null
}

/** A saved number as people read it: `+43 664 1234567`. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}

/**
 * The region a browser's languages name (`de-AT,en;q=0.8` is `AT`); null where none does. Only a guess at where a
 * number without a country code is dialled.
 */
export function regionOf(acceptLanguage: string | null): string | null {
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const region = /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(part)?.[1]?.toUpperCase()
    if (region && isSupportedCountry(region)) return region
  }
  return null
}
