import { expect, it } from 'vitest'
import { cutPage, pageSize } from './page'

it.each([
  [undefined, 20],
  [1, 1],
  [7.9, 7],
  [0, 1],
  [-5, 1],
  [100, 100],
  [1_000_000, 100],
])('a page of %s asked for has at most %i items', (limit, size) => {
  expect(pageSize(limit)).toBe(size)
})

it('the last page has no cursor, any other that of its last item', () => {
  expect(cutPage(['a', 'b', 'c'], 2, (last) => last)).toEqual({ items: ['a', 'b'], nextCursor: 'b' })
  expect(cutPage(['a', 'b'], 2, (last) => last)).toEqual({ items: ['a', 'b'], nextCursor: null })
  expect(cutPage([], 2, String)).toEqual({ items: [], nextCursor: null })
})
