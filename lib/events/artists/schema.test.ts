import { describe, expect, it } from 'vitest'
import { artistNames } from './schema'

const issuesOf = (names: unknown) =>
  artistNames.safeParse(names).error?.issues.map(({ path }) => path.join('.'))

describe('names on a bill', () => {
  it.each([
    ['  Oda   Velk ', 'Oda Velk'],
    ['Oda\u00a0Velk', 'Oda Velk'],
    ['Zoe\u0308 & the 7ths', 'Zoë & the 7ths'],
    ['Ōsawa Mei', 'Ōsawa Mei'],
    ['大澤 芽衣', '大澤 芽衣'],
    ['نیلوفر\u200cجان', 'نیلوفر\u200cجان'],
    ['Кино/Oda', 'Кино/Oda'],
    ['!!!', '!!!'],
    ['👩\u200d🚀 ❤\ufe0f', '👩\u200d🚀 ❤\ufe0f'],
  ])('%j is kept as one spelling', (given, kept) => {
    expect(artistNames.parse([given])).toEqual([kept])
  })

  it.each([
    '',
    '   ',
    "'",
    '\u0301',
    'Oda\0',
    'Oda\tVelk',
    'Oda\nVelk',
    'Oda\u200bVelk',
    'Oda\u200dVelk',
    'Oda Velk\u200c',
    'Oda\u00adVelk',
    'Oda\ufe0f Velk',
    'Oda\u3164Velk',
    '\u202eOda',
    'Оda Velk',
    'Oda Vеlk',
    '\ud800',
    'x'.repeat(101),
  ])('%j is empty, invisible, disguised or endless', (name) => {
    expect(issuesOf(['Ilka Morn', name])).toContain('1')
  })

  it('are one to twenty, each once, however it is spelled', () => {
    expect(issuesOf([])).toEqual([''])
    expect(issuesOf(Array.from({ length: 21 }, (_, i) => `Artist ${i}`))).toEqual([''])
    expect(artistNames.parse(Array.from({ length: 20 }, (_, i) => `Artist ${i}`))).toHaveLength(20)
    expect(issuesOf(['Zoë', 'ZOE'])).toEqual([''])
    expect(issuesOf('Oda Velk')).toEqual([''])
  })
})
