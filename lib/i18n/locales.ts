import { match } from '@formatjs/intl-localematcher'
import Negotiator from 'negotiator'

/** The languages there are messages for, English first: it is the one everything is said in. */
export const LOCALES = ['en'] as const
export type Locale = (typeof LOCALES)[number]

/** What the visitor chose; without it, the browser's languages decide. */
export const LOCALE_COOKIE = 'locale'

/** The language a cookie, a form or an order names; null for one there are no messages for. */
export function readLocale(value: string | null | undefined): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null
}

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
