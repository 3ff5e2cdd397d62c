import { describe, expect, it } from 'vitest'
import { containsPattern, countSlips, foldText, nearestWords, searchWords } from './rules'

describe('a search', () => {
  it('takes % and _ at their word', () => {
    expect(containsPattern('50%_\\')).toBe('%50\\%\\_\\\\%')
  })

  it('drops accents, case, apostrophes and spare blanks', () => {
    expect(searchWords('  Zürich   ŌSAKA L’Été ')).toEqual(['zurich', 'osaka', 'lete'])
    expect(foldText('Łódź Straße Ørsted')).toBe('lodz strasse orsted')
  })

  it('counts eight words and is text whatever was sent', () => {
    expect(searchWords('a '.repeat(500))).toHaveLength(8)
    expect(searchWords('\0\ud800')).toEqual(['\ufffd'])
  })
})

describe('a slip', () => {
  it.each([
    ['berlin', 'berlin', 0],
    ['brelin', 'berlin', 1],
    ['nocturns', 'nocturnes', 1],
    ['vienna', 'sienna', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s → %s', (typed, meant, slips) => {
    expect(countSlips(typed, meant)).toBe(slips)
    expect(countSlips(meant, typed)).toBe(slips)
  })

  it('is forgiven by what was most likely meant, and never in a short word', () => {
    const known = ['nocturnes', 'nocturnal', 'berlin', 'merlin', 'rain', 'ran']
    expect(nearestWords('nocturns', known)).toEqual(['nocturnes'])
    expect(nearestWords('noctrun', known)).toEqual(['nocturnes', 'nocturnal'])
    expect(nearestWords('werlin', known)).toEqual(['berlin', 'merlin'])
    expect(nearestWords('rin', known)).toEqual([])
    expect(nearestWords('completely', known)).toEqual([])
  })
})
