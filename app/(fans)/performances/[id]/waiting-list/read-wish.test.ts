import { describe, expect, it } from 'vitest'
import type { JoinCategory } from './join-state'
import { pickCategory, readNumber, readWish } from './read-wish'

function category(index: number, freeSeats: number): JoinCategory {
  const fromPrice = { amount: 4500, currency: 'EUR' }
  return { category: index, name: `C${index}`, color: '#435ce6', fromPrice, freeSeats, waiting: 0 }
}

describe('the category a waiting list begins with', () => {
  it('is the one a link names, while that is scarce', () => {
    const all = [category(0, 0), category(1, 3), category(2, 80)]
    expect(pickCategory(all, '1')).toBe('1')
    expect(pickCategory(all, '2')).toBe('0')
    expect(pickCategory(all, ['1'])).toBe('0')
    expect(pickCategory(all, undefined)).toBe('0')
  })

  it('is none where there are seats enough everywhere', () => {
    expect(pickCategory([category(0, 10)], '0')).toBe('')
    expect(pickCategory([], undefined)).toBe('')
  })
})

describe('what is typed into the form', () => {
  it('is read as text, and a missing field is no number', () => {
    const form = new FormData()
    form.set('name', 'Ada')
    form.set('takesFewer', 'on')
    const wish = readWish(form)
    expect(wish).toMatchObject({ name: 'Ada', takesFewer: true, category: '', phone: '' })
    expect([wish.category, '-1', '1e3', '0x1', '99999', '7'].map(readNumber)).toEqual([-1, -1, -1, -1, -1, 7])
  })
})
