/**
 * Cuts the four weights the posters are set in out of the variable Bricolage Grotesque and writes their outlines
 * as `cuts/<name>.json`. Run it when the font package is upgraded:
 * `npx tsx lib/events/posters/type/cut-glyphs.ts`.
 *
 * Outlines instead of a font file, because a poster is shown as an <img>, which cannot load fonts; and stored
 * instead of read at run time, because then drawing needs no file system and no font parser.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { KERNED, LETTERS } from './letters'

type Point = { x: number; y: number; onCurve: boolean; endContour: boolean; copy(): Point }
type Component = { dx: number; dy: number; glyphID: number }
type Outline = { numberOfContours: number; points?: Point[]; components?: Component[] }
type Glyph = {
  id: number
  advanceWidth: number
  path: { commands: { command: string; args: number[] }[]; bbox: { minX: number; maxX: number } }
}
type Font = {
  variationCoords: number[] | null
  _transformedGlyphs: Outline[]
  _transformGlyfTable(): void
  _variationProcessor: { transformPoints(id: number, points: Point[]): void }
  layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number }[] }
  hasGlyphForCodePoint(codePoint: number): boolean
  getGlyph(id: number): Glyph
}

const CUTS = {
  poster: { opsz: 96, wght: 800, wdth: 100 },
  narrow: { opsz: 96, wght: 800, wdth: 75 },
  fine: { opsz: 96, wght: 300, wdth: 88 },
  text: { opsz: 18, wght: 600, wdth: 94 },
}

// fontkit comes with pdfkit; it is needed here only, so it is found through pdfkit.
const require = createRequire(import.meta.url)
const fontkit = createRequire(require.resolve('pdfkit'))('fontkit') as { openSync(path: string): Font }

const at = (x: number, y: number): Point => ({ x, y, onCurve: true, endContour: true, copy: () => at(x, y) })

/** fontkit cannot vary a WOFF2 font by itself: its outlines are unpacked first, then moved one by one. */
function openCut(subset: string, cut: keyof typeof CUTS): Font {
  const file = `@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-${subset}-standard-normal.woff2`
  const plain = fontkit.openSync(require.resolve(file))
  const font = fontkit.openSync(require.resolve(file))
  plain._transformGlyfTable()
  font._transformedGlyphs = plain._transformedGlyphs
  const { opsz, wght, wdth } = CUTS[cut]
  font.variationCoords = [opsz, wght, wdth]
  font._transformedGlyphs.forEach((outline, id) => {
    const own = outline.points ?? outline.components?.map((part) => at(part.dx, part.dy)) ?? []
    const phantoms = [at(0, 0), at(plain.getGlyph(id).advanceWidth, 0), at(0, 0), at(0, 0)]
    font._variationProcessor.transformPoints(id, [...own, ...phantoms])
    outline.components?.forEach((part, index) => {
      part.dx = own[index]!.x
      part.dy = own[index]!.y
    })
  })
  return font
}

/** Path data with relative coordinates, y down, in thousandths of an em. */
function drawOutline(glyph: Glyph): string {
  let [x, y] = [0, 0]
  let start = [0, 0]
  return glyph.path.commands
    .map(({ command, args }) => {
      if (command === 'closePath') {
        // The pen is back where the contour began.
        ;[x, y] = start as [number, number]
        return 'z'
      }
      const rounded = args.map((value, index) => Math.round(index % 2 ? -value : value))
      const letter = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c' }[command]!
      const relative = rounded.map((value, index) => value - (index % 2 ? y : x))
      ;[x, y] = rounded.slice(-2) as [number, number]
      if (command === 'moveTo') start = [x, y]
      return letter + relative.join(' ').replaceAll(' -', '-')
    })
    .join('')
}

/** Pairs as one string, `AV-110 To-40`: two characters, then the change in thousandths of an em. */
function readKerning(font: Font): string {
  const pairs: string[] = []
  for (const left of KERNED) {
    const alone = font.layout(left).positions[0]!.xAdvance
    for (const right of KERNED) {
      const { glyphs, positions } = font.layout(left + right)
      const kern = Math.round(positions[0]!.xAdvance - alone)
      if (glyphs.length === 2 && Math.abs(kern) >= 4) pairs.push(`${left}${right}${kern}`)
    }
  }
  return pairs.join(' ')
}

/** `advance left right path`: the box of the ink beside the advance, so that lines can be aligned by eye. */
function readGlyph(font: Font, letter: string): string {
  const { glyphs, positions } = font.layout(letter)
  const { minX, maxX } = glyphs[0]!.path.bbox
  const ink = Number.isFinite(minX) ? [Math.round(minX), Math.round(maxX)] : [0, 0]
  return [Math.round(positions[0]!.xAdvance), ...ink, drawOutline(glyphs[0]!)].join(' ')
}

for (const cut of Object.keys(CUTS) as (keyof typeof CUTS)[]) {
  const fonts = ['latin', 'latin-ext'].map((subset) => openCut(subset, cut))
  const glyphs: Record<string, string> = {}
  for (const letter of LETTERS) {
    const font = fonts.find((each) => each.hasGlyphForCodePoint(letter.codePointAt(0)!))
    if (font) glyphs[letter] = readGlyph(font, letter)
  }
  const note =
    'Outlines of Bricolage Grotesque, SIL Open Font License 1.1 (../OFL.txt); made by cut-glyphs.ts'
  const json = `${JSON.stringify({ note, kerning: readKerning(fonts[0]!), glyphs }, null, 2)}\n`
  writeFileSync(new URL(`./cuts/${cut}.json`, import.meta.url), json)
  console.log(cut, Object.keys(glyphs).length, 'glyphs', Math.round(json.length / 1000), 'kB')
}
