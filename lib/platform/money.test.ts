import { expect, it } from 'vitest'
import { decimalsOf, formatMoney } from './money'

it('a price is written with the decimals of its currency', () => {
  expect(formatMoney({ amount: 4550, currency: 'EUR' })).toBe('€45.50')
  expect(formatMoney({ amount: 4500, currency: 'EUR' })).toBe('€45.00')
  expect(formatMoney({ amount: 4500, currency: 'EUR' }, 'de')).toBe('45,00\u00a0€')
  expect(formatMoney({ amount: 4500, currency: 'EUR' }, 'en', { short: true })).toBe('€45')
  expect(formatMoney({ amount: 4500, currency: 'JPY' })).toBe('¥4,500')
  expect(formatMoney({ amount: 4500, currency: 'KWD' })).toBe('KWD\u00a04.500')
})

it('minor units are those of Stripe, whatever people write: a forint is a hundred of them', () => {
  expect(formatMoney({ amount: 450_000, currency: 'HUF' })).toBe('HUF\u00a04,500')
  expect(formatMoney({ amount: 450_050, currency: 'HUF' })).toBe('HUF\u00a04,500.50')
  for (const currency of ['HUF', 'IDR', 'COP', 'ISK', 'UGX', 'PKR', 'EUR'])
    expect(decimalsOf(currency)).toBe(2)
})
