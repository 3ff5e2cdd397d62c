import { match } from '@formatjs/intl-localematcher'
import Negotiator from 'negotiator'
import { LOCALES, type Locale } from './locales'

/**
 * The language that fits a browser's `Accept-Language` best (RFC 9110, 12.5.4; `de-AT` is answered in German), English
 * where none does or the header is not one.
 */
export function pickLocale(acceptLanguage: string | null): Locale {
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? undefined } }).languages()
  const known = asked.filter(isLanguageTag)
  return match(known, [...LOCALES], 'en') as Locale
}

/** `*` and rubbish are none. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
