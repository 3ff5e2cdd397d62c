import { getRequestConfig } from 'next-intl/server'

/** English first; the locale will come from the visitor's preference, never from the URL. */
export default getRequestConfig(async () => {
  const locale = 'en'
  const messages = (await import(`./messages/${locale}.json`)).default
  return { locale, messages }
})
