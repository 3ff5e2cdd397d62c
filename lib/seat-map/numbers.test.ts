import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactNumbers, countNumbers, expandNumbers, isPlainNumber } from './numbers'

describe('seat numbers', () => {
  it.each([
    ['1-4;31-34', ['1', '2', '3', '4', '31', '32', '33', '34']],
    ['2,4,6', ['2', '4', '6']],
    ['3-1', ['3', '2', '1']],
    ['A-D', ['A', 'B', 'C', 'D']],
    ['1; 2; 2bis', ['1', '2', '2bis']],
    ['01-03', ['01-03']],
    ['VIP-1', ['VIP-1']],
  ])('reads %s', (text, numbers) => {
    expect(expandNumbers(text)).toEqual(numbers)
    expect(countNumbers(text)).toBe(numbers.length)
  })

  it.each(['', ';', '1;;2', '1-4,'])('refuses "%s"', (text) => {
    expect(expandNumbers(text)).toBeNull()
    expect(countNumbers(text)).toBeNull()
  })

  it('refuses a short text that names too many seats before making them', () => {
    expect(expandNumbers('1-2000000')).toBeNull()
    expect(countNumbers('1-2000000')).toBe(2_000_000)
  })

  it('calls a number plain only if it stands for itself', () => {
    expect(isPlainNumber('12')).toBe(true)
    expect(isPlainNumber('A-1')).toBe(true)
    for (const number of ['', ' 1', '1-2', 'A-C', '1;2', '1,2']) expect(isPlainNumber(number)).toBe(false)
  })

  it('writes runs as ranges', () => {
    expect(compactNumbers(['1', '2', '3', '4', '31', '32', '33'])).toBe('1-4;31-33')
    expect(compactNumbers(['5', '4', '3', 'A', 'B', 'C', '9', '10'])).toBe('5-3;A-C;9;10')
  })

  it('gives back any plain numbers exactly', () => {
    const number = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.constantFrom('A', 'B', 'C', 'D', '01', '2bis', 'A-1'),
      fc.string({ minLength: 1, maxLength: 4 }).filter(isPlainNumber),
    )
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (numbers) => {
        expect(expandNumbers(compactNumbers(numbers))).toEqual(numbers)
      }),
    )
  })
})
