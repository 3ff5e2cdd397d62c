/** What can measure: either kind of canvas. */
type Ruler = Pick<CanvasText, 'measureText'> & Pick<CanvasTextDrawingStyles, 'font'>

const MEASURED_PX = 20
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Fewer letters than this before the dots say nothing. */
const MIN_LETTERS = 5

/** Measures words in a font, each of them once. */
export class LabelText {
  private readonly widths = new Map<string, number>()
  private font = ''

  /** Its width, near enough, in a font of one pixel: times the size, that of any. */
  widthOf(ctx: Ruler, text: string, family: string): number {
    if (family !== this.font) this.widths.clear()
    this.font = family
    // Measuring is dear, and there are many numbers: one stands for all of its length.
    const shape = text.replace(/\d/g, '5')
    const known = this.widths.get(shape)
    if (known !== undefined) return known
    ctx.font = `600 ${MEASURED_PX}px ${family}`
    const width = ctx.measureText(shape).width / MEASURED_PX
    this.widths.set(shape, width)
    return width
  }

  /** As much of it as fits the width (in the same one-pixel font), with dots; null where that says nothing. */
  shorten(ctx: Ruler, text: string, width: number, family: string): string | null {
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
  if (!RIGHT_TO_LEFT.test(text)) return 'ltr'
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
