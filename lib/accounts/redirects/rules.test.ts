import { expect, it } from 'vitest'
import { safeNext } from './rules'

it.each([
  '/',
  '/cart',
  '/events/hamlet?date=2026-12-01#prices',
  '/orders/0190?key=tbo_x',
  '/signs-and-wonders',
  '/search?q=a%2F%2Fb',
])('goes on to a path of this site: %s', (path) => {
  expect(safeNext(path)).toBe(path)
})

it.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '//evil.example/..',
  '/\0/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'cart',
  '@evil.example',
  '?next=//evil.example',
  '',
  `/${'a'.repeat(3000)}`,
  '/sign-in?next=/cart',
  '/sign-up',
  '/x/../sign-in',
  '/api/auth/signout',
  undefined,
  null,
  ['/cart'],
  {},
])('goes home instead of anywhere else: %j', (next) => {
  expect(safeNext(next)).toBe('/')
})

it('whatever it lets through, a browser stays on this site', () => {
  for (const prefix of ['', '.', '..', '%2e', 'a', '\\', '\t', '/', ';', '@', ':']) {
    for (const rest of [
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/@evil.example',
      '/evil.example',
    ]) {
      const target = new URL(safeNext(`/${prefix}${rest}`), 'https://tickets.example')
      expect(target.origin).toBe('https://tickets.example')
    }
  }
})
