import { cookies, headers } from 'next/headers'
import { LOCALE_COOKIE, type Locale, readLocale } from './locales'
import { pickLocale } from './pick-locale'

/** The language of this request: the visitor's choice, else their browser's. */
export async function visitorLocale(): Promise<Locale> {
  const chosen = readLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return chosen ?? pickLocale((await headers()).get('accept-language'))
}
