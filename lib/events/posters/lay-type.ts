import type { Sheet, TitleStyle } from './sheet'
import { type Box, HEIGHT, MARGIN, rect, turn, WIDTH } from './svg'
import { splitPieces } from './type/break-lines'
import { CAP_HEIGHT, DESCENDER } from './type/letterforms'
import { type Block, setBlock, setStack } from './type/set-block'

const INNER = WIDTH - 2 * MARGIN
const SMALL_SIZE = 19
const GAP = 18

/** Type that has been set, and the part of the sheet it leaves to the picture. */
export type Laid = { type: string; room: Box }

/** The title as a block of at most this size. */
export function setTitle(sheet: Sheet, width: number, height: number, style: TitleStyle): Block {
  const { caps, stack, share: _, ...rest } = style
  const title = caps ? sheet.copy.title.toLocaleUpperCase('en') : sheet.copy.title
  const options = { cut: 'poster' as const, leading: caps ? 0.74 : 0.84, ...rest, width, height }
  return stack ? setStack(sheet.type, title, options) : setBlock(sheet.type, title, options)
}

/** Breaks small type into lines no wider than the column, at most three; what is left over ends in an ellipsis. */
function fillColumn(sheet: Sheet, text: string, width: number, size: number): string[] {
  const fits = (line: string) => sheet.type.measure(line.trim(), 'text').right * size <= width
  const lines: string[] = []
  let rest = splitPieces(text)
  while (rest.length && lines.length < 3) {
    let count = 1
    while (count < rest.length && fits(rest.slice(0, count + 1).join(''))) count++
    lines.push(rest.slice(0, count).join('').trim())
    rest = rest.slice(count)
  }
  const cutShort = (line: string, more: boolean) => {
    let letters = [...line]
    if (!more && fits(line)) return line
    while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1)
    return `${letters.join('').trim()}…`
  }
  return lines.map((line, index) => cutShort(line, index === 2 && rest.length > 0))
}

/** The small lines: side by side on one grid, or larger and one under the other. */
function setSmall(sheet: Sheet, width: number): Block {
  const { subtitle, dateLine, venueLine } = sheet.copy
  const texts = [subtitle, dateLine, venueLine].filter((text): text is string => Boolean(text))
  const stacked = sheet.random.chance(0.4)
  const size = stacked ? 25 : SMALL_SIZE
  const leading = size * 1.2
  const column = stacked ? width : (width - GAP * (texts.length - 1)) / (texts.length || 1)
  const columns = texts.map((text) => fillColumn(sheet, text, column, size))
  const set = stacked ? [columns.flat()] : columns
  const rows = Math.max(0, ...set.map((lines) => lines.length))
  const draw = (x: number, top: number, fill: string) =>
    set
      .flatMap((lines, index) =>
        lines.map((each, row) => {
          const y = top + size * CAP_HEIGHT + row * leading
          return sheet.type.set(each, x + index * (column + GAP), y, { cut: 'text', size, fill })
        }),
      )
      .join('')
  return { width, height: rows ? (rows - 1) * leading + size * (CAP_HEIGHT + DESCENDER) : 0, draw }
}

function place(block: Block, x: number, width: number, top: number, fill: string, style: TitleStyle): string {
  const share = style.align === 'right' ? 1 : style.align === 'centre' ? 0.5 : 0
  return block.draw(x + (width - block.width) * share, top, fill)
}

/** The small lines at the foot under a rule; says where they begin. */
function layFootLine(sheet: Sheet, fill: string, rule: boolean): { type: string; top: number } {
  const small = setSmall(sheet, INNER)
  if (!small.height) return { type: '', top: HEIGHT - MARGIN }
  const y = HEIGHT - MARGIN - small.height + 4
  const bar = rule ? rect(MARGIN, y - 15, INNER, 3, fill) : ''
  return { type: bar + small.draw(MARGIN, y, fill), top: y - (rule ? 15 : 0) }
}

/** Title low, small lines under it; the picture has everything above. */
export function layFoot(sheet: Sheet, fill: string, style: TitleStyle = {}, rule = true): Laid {
  const foot = layFootLine(sheet, fill, rule)
  const title = setTitle(sheet, INNER, HEIGHT * (style.share ?? 0.36), style)
  const top = foot.top - (foot.type ? 28 : 0) - title.height
  const type = foot.type + place(title, MARGIN, INNER, top, fill, style)
  return { type, room: { x: 0, y: 0, width: WIDTH, height: top - 26 } }
}

/** Title high, small lines at the foot; the picture stands between them. */
export function layHead(
  sheet: Sheet,
  fill: string,
  style: TitleStyle = {},
  footFill = fill,
  rule = false,
): Laid {
  const foot = layFootLine(sheet, footFill, rule)
  const title = setTitle(sheet, INNER, HEIGHT * (style.share ?? 0.36), style)
  const type = foot.type + place(title, MARGIN, INNER, MARGIN, fill, style)
  const y = MARGIN + title.height + 26
  return { type, room: { x: 0, y, width: WIDTH, height: foot.top - 22 - y } }
}

/** Title up the left edge, read upwards; small lines at the foot; the picture to the right. */
export function laySpine(sheet: Sheet, fill: string, style: TitleStyle = {}, footFill = fill): Laid {
  const foot = layFootLine(sheet, footFill, false)
  const length = foot.top - MARGIN - 26
  const title = setTitle(sheet, length, WIDTH * (style.share ?? 0.4), style)
  const bottom = MARGIN + length
  const type = foot.type + turn(-90, MARGIN, bottom, title.draw(MARGIN, bottom, fill))
  const x = MARGIN + title.height + 26
  return { type, room: { x, y: 0, width: WIDTH - x, height: foot.top - 24 } }
}
