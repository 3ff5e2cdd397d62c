import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, readLocale } from './locales'
import { pickLocale } from './pick-locale'

/** The visitor's choice, else their browser's; never the URL, so that a link means the same to everybody. */
export default getRequestConfig(async () => {
  const chosen = readLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  const locale = chosen ?? pickLocale((await headers()).get('accept-language'))
  return { locale, messages: (await import(`./messages/${locale}.json`)).default }
})
