import { expect, test } from 'vitest'
import { behaviourOf, brandOf, isCardNumber, TEST_CARDS } from './cards'
import { formatAmount, minimumAmountMinor } from './money'

test('amounts are read by the decimals that Stripe gives the currency', () => {
  expect(formatAmount(4850, 'eur')).toBe('€48.50')
  expect(formatAmount(4800, 'jpy')).toBe('¥4,800')
  expect(formatAmount(123456, 'kwd')).toMatch(/123\.456$/)
  expect(formatAmount(100, 'isk')).toMatch(/1\.00$/)
  expect(minimumAmountMinor('gbp')).toBe(30)
})

test('every test card is a valid number of a known network', () => {
  for (const { number } of TEST_CARDS) {
    expect(isCardNumber(number)).toBe(true)
    expect(brandOf(number)).not.toBe('unknown')
  }
})

test('a wrong check digit or length is no card number', () => {
  for (const number of ['4242424242424241', '42424242', '37828224631000', '', 'abcd']) {
    expect(isCardNumber(number)).toBe(false)
  }
})

test('a real card is declined', () => {
  expect(behaviourOf('4111111111111111').decline?.declineCode).toBe('test_mode_live_card')
})
