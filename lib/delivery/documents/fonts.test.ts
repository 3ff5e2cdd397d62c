import { describe, expect, it } from 'vitest'
import { printable, rareFacesIn, splitByFace } from './fonts'

describe('what documents are set in', () => {
  it('has kana and kanji in every voice for names', () => {
    for (const voice of ['display', 'text', 'strong'] as const) {
      expect(printable('山田 太郎 ひらがな カタカナ ー々', voice)).toBe('山田 太郎 ひらがな カタカナ ー々')
    }
    expect(splitByFace('Ada 山田', 'strong').map(({ face }) => face)).toEqual(['strong', 'japaneseBold'])
  })

  it('reads the large faces for the names that need them, and for no others', () => {
    expect(rareFacesIn('Łukasz Żółć, Дмитрий, 19:30 · €45.00')).toEqual([])
    expect(rareFacesIn('山田太郎')).toEqual(['japanese', 'japaneseBold'])
  })

  it('says so with a question mark where no face has a letter', () => {
    expect(printable('😀', 'text')).toBe('?')
  })
})
