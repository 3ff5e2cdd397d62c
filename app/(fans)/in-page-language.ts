import { getLocale } from 'next-intl/server'
import { writeIn } from '@/lib/i18n/reader-locale'

/** Has the words that commands make, of seats and days, in the language of the page that shows them. */
export async function inPageLanguage<T>(work: () => Promise<T>): Promise<T> {
  return writeIn(await getLocale(), work)
}
