import { expect, it } from 'vitest'
import { readCountry } from './read-country'

it.each([
  ['de-AT,de;q=0.9,en-US;q=0.8', 'AT'],
  ['de,en-GB;q=0.8', 'GB'],
  ['zh-Hant-TW', 'TW'],
  ['en', 'US'],
  ['x-klingon,*', 'US'],
  [null, 'US'],
])('an address begins in the country of the languages %s: %s', (languages, country) => {
  expect(readCountry(languages)).toBe(country)
})
