import { expect, it } from 'vitest'
import { BROKEN_WORDS, browserLocale } from './broken-words'
import { LOCALES } from './locales'

it('the page without messages says what the messages say', async () => {
  for (const locale of LOCALES) {
    const { default: messages } = await import(`./messages/${locale}.json`)
    expect(messages.common.error, locale).toMatchObject(BROKEN_WORDS[locale])
  }
})

it('the visitor’s choice decides, then their browser’s first language that there is, then English', () => {
  expect(browserLocale('theme=dark; locale=es', ['de-AT'])).toBe('es')
  expect(browserLocale('mylocale=es; locale=tlh', ['ja', 'fr-CA', 'de'])).toBe('fr')
  for (const languages of [[], ['ja', ''], ['*']]) expect(browserLocale('', languages)).toBe('en')
})
