import { breakLines, hyphenate, splitPieces } from './break-lines'
import { CAP_HEIGHT, type Cut, canSet, DESCENDER } from './letterforms'
import type { TypeCase } from './type-case'

/** Type that knows its size before it is placed. `draw` takes the left edge and the top of the capitals. */
export type Block = { width: number; height: number; draw(x: number, top: number, fill: string): string }

export type BlockOptions = {
  cut: Cut
  width: number
  height: number
  /** Baseline to baseline, in ems. */
  leading?: number
  tracking?: number
  maxSize?: number
  maxLines?: number
  align?: 'left' | 'right' | 'centre'
}

type Line = { text: string; size: number; baseline: number }

/** Below this a title's words are divided rather than set smaller. */
const SMALL = 30
const SHORTEST_PART = 9

const hangs = (line: string) => (/[gjpqyçşţßQ,;()]/.test(line) ? DESCENDER : 0)

/** Two or three lines may stand close; more of them, or accents and other scripts, need air. */
function loosen(leading: number, text: string, lineCount: number): number {
  const marked = text.normalize('NFD').length > text.length || !canSet(text)
  return leading + Math.min(0.12, 0.025 * Math.max(0, lineCount - 3)) + (marked ? 0.1 : 0)
}

function layLines(type: TypeCase, lines: Line[], options: BlockOptions, height: number): Block {
  const { cut, tracking, align = 'left' } = options
  const extents = lines.map(({ text, size }) => {
    const { left, right } = type.measure(text, cut, tracking)
    return (right - left) * size
  })
  const width = Math.max(0, ...extents)
  const share = align === 'left' ? 0 : align === 'right' ? 1 : 0.5
  const draw = (x: number, top: number, fill: string) =>
    lines
      .map(({ text, size, baseline }, index) =>
        type.set(text, x + (width - extents[index]!) * share, top + baseline, { cut, size, fill, tracking }),
      )
      .join('')
  return { width, height, draw }
}

/** Every way to break the text, widest-line-first; dividing words only where they would come out small. */
function tryBreaks(type: TypeCase, text: string, options: BlockOptions, judge: (lines: string[]) => number) {
  const widthOf = (line: string) => type.measure(line, options.cut, options.tracking).right
  let best = { lines: [text], score: Number.NEGATIVE_INFINITY }
  const consider = (pieces: string[]) => {
    for (const lines of breakLines(pieces, options.maxLines ?? 12, widthOf)) {
      const score = judge(lines)
      if (score > best.score + 0.01) best = { lines, score }
    }
  }
  const pieces = splitPieces(text)
  consider(pieces)
  for (let longest = 22; best.score < SMALL && longest >= SHORTEST_PART; longest -= 4) {
    consider(hyphenate(pieces, longest))
  }
  return best.lines
}

/** The text as large as the box lets it be, all lines in one size. */
export function setBlock(type: TypeCase, text: string, options: BlockOptions): Block {
  const { cut, tracking, maxSize = 400 } = options
  const leadingOf = (lines: string[]) => loosen(options.leading ?? 0.82, text, lines.length)
  const heightOf = (lines: string[]) =>
    CAP_HEIGHT + (lines.length - 1) * leadingOf(lines) + hangs(lines.at(-1) ?? '')
  const sizeOf = (lines: string[]) => {
    const widest = Math.max(...lines.map((each) => type.measure(each, cut, tracking).right))
    return Math.min(maxSize, options.width / widest, options.height / heightOf(lines))
  }
  const lines = tryBreaks(type, text, options, sizeOf)
  const size = sizeOf(lines)
  const laid = lines.map((each, index) => ({
    text: each,
    size,
    baseline: size * (CAP_HEIGHT + index * leadingOf(lines)),
  }))
  return layLines(type, laid, options, size * heightOf(lines))
}

/** Every line scaled to the full width, like wood type locked up in a frame. */
export function setStack(type: TypeCase, text: string, options: BlockOptions & { gap?: number }): Block {
  const { cut, tracking, width, gap = 14, maxSize = 400 } = options
  const sizeOf = (each: string) => {
    const { left, right } = type.measure(each, cut, tracking)
    return Math.min(maxSize, width / (right - left || 1))
  }
  const heightOf = (lines: string[]) =>
    lines.reduce((sum, each) => sum + sizeOf(each) * CAP_HEIGHT, gap * (lines.length - 1))
  const judge = (lines: string[]) => {
    const fit = Math.min(1, options.height / heightOf(lines))
    const sizes = lines.map(sizeOf)
    // A line several times its neighbour's size shouts the wrong word.
    const even = Math.max(...sizes) > 3 * Math.min(...sizes) ? 0.75 : 1
    return Math.min(heightOf(lines), options.height) * fit * even
  }
  const lines = tryBreaks(type, text, options, judge)
  const fit = Math.min(1, options.height / heightOf(lines))
  let baseline = -gap * fit
  const laid = lines.map((each) => {
    const size = sizeOf(each) * fit
    baseline += gap * fit + size * CAP_HEIGHT
    return { text: each, size, baseline }
  })
  return layLines(type, laid, options, baseline)
}
