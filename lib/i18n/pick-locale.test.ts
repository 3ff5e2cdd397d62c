import { expect, it } from 'vitest'
import { LOCALES, readLocale } from './locales'
import { pickLocale } from './pick-locale'

it('a browser is answered in the first of its languages that there is, in English where there is none', () => {
  expect(pickLocale('en-GB,en;q=0.9')).toBe('en')
  for (const locale of LOCALES) expect(pickLocale(`xx,${locale}-CH;q=0.8,en;q=0.1`)).toBe(locale)
  expect(pickLocale('ja')).toBe('en')
})

it('no header, and none that is not one, breaks a page', () => {
  for (const header of [null, '', '*', ';;q=,', 'e\u0000n', 'q=1;;,,-', 'x'.repeat(9_000)]) {
    expect(pickLocale(header)).toBe('en')
  }
})

it('a language nobody wrote messages for is none', () => {
  expect(readLocale('en')).toBe('en')
  for (const value of ['tlh', '../en', '', undefined, null]) expect(readLocale(value)).toBeNull()
})
