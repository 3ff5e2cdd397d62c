import { expect, it } from 'vitest'
import { orderPath } from './read-access'

it('an order’s address keeps the key it was opened with, whatever else is said', () => {
  expect(orderPath('1', {})).toBe('/orders/1')
  expect(orderPath('1', { key: 'tbo_a+b' }, { part: '/verify' })).toBe('/orders/1/verify?key=tbo_a%2Bb')
  expect(orderPath('1', {}, { trouble: 'taken' })).toBe('/orders/1?trouble=taken')
  expect(orderPath('1', { key: 'k' }, { trouble: 'taken' })).toBe('/orders/1?key=k&trouble=taken')
})
