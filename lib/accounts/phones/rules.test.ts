import { expect, it } from 'vitest'
import { formatPhone, parsePhone, regionOf } from './rules'

it.each([
  ['+43 664 1234567', null, '+436641234567'],
  ['0664/123 45 67', 'AT', '+436641234567'],
  ['(212) 555-2368', 'US', '+12125552368'],
  ['07400 123456', 'GB', '+447400123456'],
  ['+44 7400 123456', 'US', '+447400123456'],
  ['\u00a0+43 664 123\u20114567 ', 'XX', '+436641234567'],
])('a number has one spelling: %s in %s', (text, region, phone) => {
  expect(parsePhone(text, region)).toBe(phone)
})

it.each([
  ['', 'AT'],
  ['0664 1234567', null],
  ['12', 'AT'],
  ['+43 664 1234567 ext. 5', 'AT'],
  ['+43 664 1234567\0', 'AT'],
  ['+43 664 1234567\nBcc: x', 'AT'],
  ['+43 664 123456\u0667', 'AT'],
  ['+\u{ff14}3 664 1234567', 'AT'],
  ['0800 FLOWERS', 'US'],
  ['+0 123 4567890', 'AT'],
])('refuses what is no number, or hides something: %j in %s', (text, region) => {
  expect(parsePhone(text, region)).toBeNull()
})

it('does not look at what is far too long', () => {
  expect(parsePhone('1'.repeat(100_000), 'AT')).toBeNull()
})

it('is read back as people write it', () => {
  expect(formatPhone('+436641234567')).toBe('+43 664 1234567')
})

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'AT'],
  ['en,en-GB;q=0.9', 'GB'],
  ['zh-Hant-TW', 'TW'],
  ['en', null],
  ['en-ZZ', null],
  ['\0', null],
  [null, null],
])('guesses the region from the browser: %s', (header, region) => {
  expect(regionOf(header)).toBe(region)
})
