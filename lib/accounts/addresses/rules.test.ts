import { expect, it } from 'vitest'
import { checkAddress, listCountries } from './rules'
import { addressSchema } from './schema'

const ada = { name: 'Ada Example', line1: 'Ringstraße 1', city: 'Vienna', postalCode: '1010', country: 'AT' }
const wrong = (change: object) => {
  const parsed = addressSchema.safeParse({ ...ada, ...change })
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
}

it.each([
  ['AT', '1010'],
  ['DE', '10115'],
  ['GB', 'sw1a  1aa'],
  ['NL', '1012 ab'],
  ['PL', '00 - 001'],
  ['IE', 'D02 AF30'],
  ['AE', ''],
])('takes a postal code as %s has them: %j', (country, postalCode) => {
  expect(wrong({ country, postalCode })).toEqual([])
})

it.each([
  ['AT', '10100'],
  ['AT', ''],
  ['DE', '1010'],
  ['GB', '12345'],
  ['FR', '7500A'],
])('refuses one of another shape in %s: %j', (country, postalCode) => {
  expect(wrong({ country, postalCode })).toEqual(['postalCode'])
})

it('asks for the state where letters need it', () => {
  expect(wrong({ country: 'US', postalCode: '90210' })).toEqual(['region'])
  expect(wrong({ country: 'US', postalCode: '90210', region: 'CA' })).toEqual([])
})

it('refuses a country that is none, and says nothing of the rest', () => {
  expect(checkAddress({ country: 'XX', postalCode: '1' })).toEqual([
    { path: 'country', message: expect.any(String) },
  ])
})

it.each([
  ['name', ''],
  ['name', 'Ada\0'],
  ['line1', 'Ring\u202estraße'],
  ['line2', 'x'.repeat(101)],
  ['city', 'Vien\nna'],
  ['postalCode', '10\u200b10'],
  ['country', 'Austria'],
])('names the field that is wrong: %s', (field, value) => {
  expect(wrong({ [field]: value })).toContain(field)
})

it('has one spelling', () => {
  const typed = { ...ada, line1: '  Ringstrasse   1 ', line2: '  ', postalCode: ' 1010 ', region: '' }
  const kept = addressSchema.parse(typed)
  expect(kept).toEqual({ ...ada, line1: 'Ringstrasse 1', line2: undefined, region: undefined })
})

it('lists countries by their names in a language', () => {
  expect(listCountries('de')).toContainEqual(['AT', 'Österreich'])
  const names = listCountries('en').map(([, name]) => name)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
})
