import { expect, it } from 'vitest'
import { readShown } from './read-shown'

const shown = {
  seats: [{ performanceId: 'p1', label: 'A-1-1', words: 'Stalls, row 1, seat 1' }],
  total: { amount: 4500, currency: 'EUR' },
}

it('what the page showed comes back as it was', () => {
  expect(readShown(JSON.stringify(shown))).toEqual(shown)
})

it.each(['', 'null', '[]', '{"seats":1}', JSON.stringify({ ...shown, seats: [null] })])(
  'what a form was made to say, %s, is like no cart',
  (text) => {
    expect(readShown(text)).toEqual({ seats: [], total: { amount: -1, currency: '' } })
  },
)
