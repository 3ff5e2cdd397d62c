/** The languages there are messages for, English first: it is the one everything is said in. */
export const LOCALES = ['en', 'de', 'es', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

/** What the visitor chose; without it, the browser's languages decide. */
export const LOCALE_COOKIE = 'locale'

/** The language a cookie, a form or an order names; null for one there are no messages for. */
export function readLocale(value: unknown): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null
}
