import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, hyphenate, splitPieces } from './break-lines'
import { setBlock, setStack } from './set-block'
import { TypeCase } from './type-case'

const box = { cut: 'poster' as const, width: 532, height: 300 }
const words = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdefgzåéМ日W'), minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((each) => each.join(' ').slice(0, 200))

describe('a title', () => {
  it.each([
    ['setBlock', setBlock],
    ['setStack', setStack],
  ] as const)('fits its box whatever it says (%s)', (_, set) => {
    const property = fc.property(words, (text) => {
      const block = set(new TypeCase('t'), text, box)
      expect(block.width).toBeLessThanOrEqual(box.width + 0.5)
      expect(block.height).toBeLessThanOrEqual(box.height + 0.5)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('of 200 characters is still at least 24 units high', () => {
    const long = 'An unreasonably long evening of songs, stories and other small disasters '
      .repeat(3)
      .slice(0, 200)
    const drawn = setBlock(new TypeCase('t'), long, box).draw(0, 0, '#000')
    const scales = [...drawn.matchAll(/scale\(([\d.]+)\)/g)].map((match) => Number(match[1]) * 1000)
    expect(Math.min(...scales)).toBeGreaterThanOrEqual(24)
  })

  it('of one endless word is divided rather than made tiny', () => {
    const drawn = setBlock(new TypeCase('t'), 'x'.repeat(120), box).draw(0, 0, '#000')
    expect(drawn.match(/<g /g)!.length).toBeGreaterThan(3)
  })

  it('is broken so that its lines are balanced', () => {
    const ways = breakLines(splitPieces('A Night Without the Lights'), 9, (line) => line.length)
    expect(ways.slice(1, 3)).toEqual([
      ['A Night Without', 'the Lights'],
      ['A Night', 'Without', 'the Lights'],
    ])
    expect(ways).toHaveLength(5)
  })

  it('shows a hyphen only where a word is divided between lines', () => {
    const ways = breakLines(hyphenate(['Nachtgespenst'], 5), 3, (line) => line.length)
    expect(ways).toEqual([['Nachtgespenst'], ['Nacht-', 'gespenst'], ['Nacht-', 'gespe-', 'nst']])
  })

  it('loses no letter to a break', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 12 }), (text, longest) => {
        const kept = hyphenate(splitPieces(text), longest).join('').replaceAll('\u00ad', '')
        expect(kept).toBe(text)
      }),
    )
  })
})
