import { getRequestConfig } from 'next-intl/server'
import { visitorLocale } from './visitor-locale'

/** Pages speak the visitor's language; never the URL's, so that a link means the same to everybody. */
export default getRequestConfig(async () => {
  const locale = await visitorLocale()
  return { locale, messages: (await import(`./messages/${locale}.json`)).default }
})
