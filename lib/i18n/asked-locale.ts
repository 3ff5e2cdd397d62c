import { type Locale, readLocale } from './locales'
import { pickLocale } from './pick-locale'

/**
 * The language of what is fetched without a browser (feeds, pictures for sharing): the address says it (`?lang=`), because
 * the page that gave it did; else the request's own headers.
 */
export function askedLocale(request: Request): Locale {
  const asked = readLocale(new URL(request.url).searchParams.get('lang'))
  return asked ?? pickLocale(request.headers.get('accept-language'))
}
