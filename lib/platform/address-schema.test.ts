import { describe, expect, it } from 'vitest'
import { addressLines, COUNTRIES, layoutOf } from './address'
import { addressSchema } from './address-schema'

const street = { line1: '1 Main Street', city: 'Springfield' }
const pathsOf = (address: object) =>
  (addressSchema.safeParse(address).error?.issues ?? []).map((issue) => issue.path.join('.'))

describe('an address', () => {
  it.each([
    { ...street, country: 'US', region: 'IL', postalCode: '62701' },
    { ...street, country: 'US', region: 'IL', postalCode: '62701-1234' },
    { ...street, country: 'AT', postalCode: '1010' },
    { ...street, country: 'GB', postalCode: 'SW1A 1AA' },
    { ...street, country: 'IE' },
    { ...street, country: 'HK' },
    { ...street, country: 'JP', region: '東京都', postalCode: '100-0001' },
    { ...street, country: 'CA', region: 'ON', postalCode: 'K1A 0B1' },
  ])('of $country is taken as it is written there', (address) => {
    expect(pathsOf(address)).toEqual([])
  })

  it.each([
    [{ ...street, country: 'US', postalCode: '62701' }, ['region']],
    [{ ...street, country: 'US', region: 'Illinois', postalCode: '62701' }, ['region']],
    [{ ...street, country: 'US', region: 'IL', postalCode: '1010' }, ['postalCode']],
    [{ ...street, country: 'AT', postalCode: '62701' }, ['postalCode']],
    [{ ...street, country: 'AT' }, ['postalCode']],
    [{ ...street, country: 'XX' }, ['country']],
    [{ ...street, country: 'at', postalCode: '1010' }, ['country']],
    [{ line1: ' ', city: 'a\u0000b', country: 'HK' }, ['line1', 'city']],
    [{ ...street, line1: 'x'.repeat(65), country: 'HK' }, ['line1']],
  ])('is refused by the name of what is wrong: %o', (address, paths) => {
    expect(pathsOf(address)).toEqual(paths)
  })

  it('reads from top to bottom as its country has it', () => {
    const parts = { ...street, region: 'IL', postalCode: '62701' }
    expect(addressLines({ ...parts, country: 'US' })).toEqual(['1 Main Street', 'Springfield IL 62701', 'US'])
    expect(addressLines({ ...street, postalCode: '1010', country: 'AT' })).toEqual([
      ...['1 Main Street', '1010 Springfield', 'AT'],
    ])
  })

  it('has a layout with a city in every country', () => {
    for (const country of COUNTRIES) expect(layoutOf(country).parts).toContain('city')
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length)
  })
})
