import { escapeXml, n } from '../svg'
import { type Cut, canSet, findLetterform, kern } from './letterforms'

export type Setting = { cut: Cut; size: number; fill: string; tracking?: number }
/** Where the ink of a line begins and ends, in ems, counted from its origin. */
export type Extent = { left: number; right: number }

const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u
const FALLBACK = 'system-ui,"Noto Sans","Noto Sans CJK JP",sans-serif'

/** Other scripts fill more of the em than our capitals do. */
const READERS_SCALE = 0.82

const guessWidth = (letter: string) =>
  (WIDE.test(letter) ? 1 : /\p{Lu}/u.test(letter) ? 0.78 : /\s/.test(letter) ? 0.3 : 0.62) * READERS_SCALE

function setInReadersFace(line: string, x: number, y: number, { cut, size, fill }: Setting): string {
  const weight = cut === 'fine' ? 300 : cut === 'text' ? 600 : 800
  const width = [...line].reduce((sum, letter) => sum + guessWidth(letter) * size, 0)
  const font = `font-family='${FALLBACK}' font-weight="${weight}" font-size="${n(size * READERS_SCALE)}"`
  // The length is imposed, so that whatever font there is, the line stays on the sheet.
  const length = `textLength="${n(width)}" lengthAdjust="spacingAndGlyphs"`
  return `<text x="${n(x)}" y="${n(y)}" fill="${fill}" ${font} ${length}>${escapeXml(line)}</text>`
}

/**
 * Sets lines of type as outlines. Each letter's outline is written once per poster and used by reference, which
 * keeps a poster light; a line with a character our face lacks is set in the reader's own sans-serif instead.
 */
export class TypeCase {
  private readonly used = new Map<string, { id: string; outline: string }>()

  constructor(private readonly prefix: string) {}

  /** Tracking is in ems. A line our face lacks is as wide as it is told to be: its font is not known here. */
  measure(line: string, cut: Cut, tracking = 0): Extent {
    const letters = [...line]
    if (!canSet(line)) return { left: 0, right: letters.reduce((sum, letter) => sum + guessWidth(letter), 0) }
    const pens = this.walk(letters, cut, tracking)
    const first = findLetterform(letters[0] ?? ' ', cut)!
    const last = findLetterform(letters.at(-1) ?? ' ', cut)!
    return { left: first.left / 1000, right: ((pens.at(-1) ?? 0) + last.right) / 1000 }
  }

  /** One line with its ink beginning at x and standing on the baseline y. */
  set(line: string, x: number, y: number, { cut, size, fill, tracking = 0 }: Setting): string {
    if (!canSet(line)) return setInReadersFace(line, x, y, { cut, size, fill })
    const letters = [...line]
    const origin = x - this.measure(line, cut, tracking).left * size
    const pens = this.walk(letters, cut, tracking)
    const uses = letters.map((letter, index) => this.use(letter, cut, pens[index]!)).join('')
    const scale = Math.round(size * 100) / 100000
    return `<g fill="${fill}" transform="translate(${n(origin)} ${n(y)})scale(${scale})">${uses}</g>`
  }

  /** One letter with the middle of its ink at a point, turned about it. */
  setTurned(letter: string, x: number, y: number, degrees: number, { cut, size, fill }: Setting): string {
    const { left, right } = this.measure(letter, cut)
    const body = this.set(letter, x - ((right - left) * size) / 2, y + size * 0.33, { cut, size, fill })
    return `<g transform="rotate(${n(degrees)} ${n(x)} ${n(y)})">${body}</g>`
  }

  /** The outlines used so far; goes before what uses them. */
  defs(): string {
    const outlines = [...this.used.values()].map(({ id, outline }) => `<path id="${id}" d="${outline}"/>`)
    return outlines.length ? `<defs>${outlines.join('')}</defs>` : ''
  }

  private use(letter: string, cut: Cut, pen: number): string {
    const form = findLetterform(letter, cut)!
    if (!form.outline) return ''
    const key = `${cut}${letter}`
    const known = this.used.get(key) ?? {
      id: `${this.prefix}${this.used.size}`,
      outline: form.outline,
    }
    this.used.set(key, known)
    return `<use href="#${known.id}"${pen ? ` x="${pen}"` : ''}/>`
  }

  private walk(letters: readonly string[], cut: Cut, tracking: number): number[] {
    let pen = 0
    return letters.map((letter, index) => {
      const here = pen
      const next = letters[index + 1]
      pen +=
        findLetterform(letter, cut)!.advance +
        Math.round(tracking * 1000) +
        (next ? kern(letter, next, cut) : 0)
      return here
    })
  }
}
