import { expect, it } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { codeOf, readCode, subjectHashOf } from './rules'

it('a nonce stands for six digits, the same each time, for one purpose and under one secret', () => {
  const nonce = newId()
  const code = codeOf('verify_email', nonce, 'secret')
  expect(code).toMatch(/^\d{6}$/)
  expect(codeOf('verify_email', nonce, 'secret')).toBe(code)
  const nonces = Array.from({ length: 50 }, newId)
  const codes = (purpose: 'verify_email' | 'reset_password', secret: string) =>
    nonces.map((each) => codeOf(purpose, each, secret))
  expect(codes('reset_password', 'secret')).not.toEqual(codes('verify_email', 'secret'))
  expect(codes('verify_email', 'another')).not.toEqual(codes('verify_email', 'secret'))
})

it('codes fill their whole range evenly, leading zeros among them', () => {
  const tenths = new Array<number>(10).fill(0)
  for (let i = 0; i < 20_000; i += 1) {
    const first = Number(codeOf('verify_email', `nonce-${i}`, 'secret')[0])
    tenths[first] = (tenths[first] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(250)
})

it('a contact cannot be read from its hash, nor looked up under another purpose', () => {
  const hash = subjectHashOf('verify_email', 'ada@example.com', 'secret')
  expect(hash).not.toContain('ada')
  expect(subjectHashOf('reset_password', 'ada@example.com', 'secret')).not.toBe(hash)
})

it.each([
  ['012345', '012345'],
  [' 012 345 ', '012345'],
  ['012-345', '012345'],
  ['０１２３４５', '012345'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
  ['١٢٣٤٥٦', null],
  ['123456\0', null],
  [' '.repeat(41), null],
  ['', null],
])('reads what was typed: %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})
