import { AsyncLocalStorage } from 'node:async_hooks'
import { type Locale, readLocale } from './locales'

const reader = new AsyncLocalStorage<Locale>()

/**
 * Whatever `work` writes, however deep below, is in the language of who reads it; English for one there are no messages
 * for. Mails and documents are written outside of a request, so nobody else can tell.
 */
export function writeIn<T>(locale: string | null | undefined, work: () => T): T {
  return reader.run(readLocale(locale) ?? 'en', work)
}

/** The language to write in here. */
export function readerLocale(): Locale {
  return reader.getStore() ?? 'en'
}
