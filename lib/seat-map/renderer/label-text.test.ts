import { describe, expect, it } from 'vitest'
import { directionOf, LabelText } from './label-text'

/** Every letter is half as wide as the font is high. */
function fakeContext() {
  const measured: string[] = []
  const measureText = (text: string) => {
    measured.push(text)
    return { width: Array.from(text).length * 10 }
  }
  return { ctx: { measureText: measureText as unknown as CanvasText['measureText'], font: '' }, measured }
}

describe('words on the map', () => {
  it('are measured once a font', () => {
    const { ctx, measured } = fakeContext()
    const text = new LabelText()
    expect([text.widthOf(ctx, 'Stalls', 'A'), text.widthOf(ctx, 'Stalls', 'A')]).toEqual([3, 3])
    text.widthOf(ctx, 'Stalls', 'B')
    expect(measured).toEqual(['Stalls', 'Stalls'])
    for (const count of [107, 318, 999]) text.widthOf(ctx, `${count} free`, 'B')
    expect(measured.slice(2)).toEqual(['555 free'])
  })

  it('are cut to what fits, with dots, between letters and not within one', () => {
    const { ctx } = fakeContext()
    const text = new LabelText()
    expect(text.shorten(ctx, 'Haupttribüne Nordwest', 5, 'A')).toBe('Haupttrib…')
    expect(text.shorten(ctx, 'Upper tier', 3.5, 'A')).toBe('Upper…')
    expect(text.shorten(ctx, '𝔸𝔹ℂ𝔻𝔼𝔽𝔾', 3, 'A')).toBe('𝔸𝔹ℂ𝔻𝔼…')
  })

  it('are left away where too little of them would be left', () => {
    expect(new LabelText().shorten(fakeContext().ctx, 'Balcony', 1.4, 'A')).toBeNull()
  })

  it('are read from the side their first letter is read from', () => {
    expect(['Stalls', '101', '€45–€80', 'יציע', '12 المدرج', 'Box יציע'].map(directionOf)).toEqual([
      ...['ltr', 'ltr', 'ltr', 'rtl', 'rtl', 'ltr'],
    ])
  })
})
