import { expect, it } from 'vitest'
import { readerLocale, writeIn } from './reader-locale'

it('each writes in the language of its own reader, however long the others take', async () => {
  const write = (locale: string, ms: number) =>
    writeIn(locale, async () => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return readerLocale()
    })
  expect(await Promise.all([write('de', 8), write('fr', 2), write('es', 5)])).toEqual(['de', 'fr', 'es'])
})

it('nobody in particular, and a language there are no messages for, is English', () => {
  expect(readerLocale()).toBe('en')
  for (const locale of ['tlh', '', null, undefined]) expect(writeIn(locale, readerLocale)).toBe('en')
})
