import type { Context2D } from './scene'

const MEASURED_PX = 20
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LEFT_TO_RIGHT = /\p{L}/u
/** Fewer letters than this before the dots say nothing. */
const MIN_LETTERS = 5

/** Measures words in a font, each of them once. */
export class LabelText {
  private readonly widths = new Map<string, number>()
  private font = ''

  /** Its width in a font of one pixel: times the size, that of any. */
  widthOf(ctx: Context2D, text: string, family: string): number {
    if (family !== this.font) this.widths.clear()
    this.font = family
    const known = this.widths.get(text)
    if (known !== undefined) return known
    ctx.font = `600 ${MEASURED_PX}px ${family}`
    const width = ctx.measureText(text).width / MEASURED_PX
    // Counts change for ever; names do not, and are measured again soon enough.
    if (this.widths.size > 5_000) this.widths.clear()
    this.widths.set(text, width)
    return width
  }

  /** As much of it as fits the width (in the same one-pixel font), with dots; null where that says nothing. */
  shorten(ctx: Context2D, text: string, width: number, family: string): string | null {
    const letters = Array.from(text)
    const perLetter = this.widthOf(ctx, text, family) / letters.length
    for (
      let count = Math.min(letters.length - 1, Math.floor(width / perLetter));
      count >= MIN_LETTERS;
      count--
    ) {
      const short = `${letters.slice(0, count).join('').trimEnd()}…`
      if (this.widthOf(ctx, short, family) <= width) return short
    }
    return null
  }
}

/** Which way a text is read: by its first letter, as browsers do it for `dir="auto"`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  for (const letter of text) {
    if (RIGHT_TO_LEFT.test(letter)) return 'rtl'
    if (LEFT_TO_RIGHT.test(letter)) return 'ltr'
  }
  return 'ltr'
}
