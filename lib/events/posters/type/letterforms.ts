import fine from './cuts/fine.json'
import narrow from './cuts/narrow.json'
import poster from './cuts/poster.json'
import text from './cuts/text.json'

/** `poster` and `narrow` shout, `fine` is light at poster size, `text` is for the small lines. */
export type Cut = 'poster' | 'narrow' | 'fine' | 'text'

/** In thousandths of an em; `left` and `right` bound the ink. */
export type Letterform = { advance: number; left: number; right: number; outline: string }

type Face = { glyphs: Map<string, string>; kerning: Map<string, number> }

const FILES = { poster, narrow, fine, text }
const faces = new Map<Cut, Face>()

/** Heights of the face, in ems; the same in every cut. */
export const CAP_HEIGHT = 0.66
export const DESCENDER = 0.2

function openFace(cut: Cut): Face {
  const known = faces.get(cut)
  if (known) return known
  const { glyphs, kerning } = FILES[cut]
  const pairs = kerning.split(' ').map((pair) => [pair.slice(0, 2), Number(pair.slice(2))] as const)
  const face = { glyphs: new Map(Object.entries(glyphs)), kerning: new Map(pairs) }
  faces.set(cut, face)
  return face
}

/** Whether every character can be set in our own face. */
export function canSet(line: string): boolean {
  const { glyphs } = openFace('text')
  return [...line].every((character) => glyphs.has(character))
}

/** The outline of one character; undefined where the face lacks it. */
export function findLetterform(character: string, cut: Cut): Letterform | undefined {
  const packed = openFace(cut).glyphs.get(character)
  if (packed === undefined) return undefined
  const [advance, left, right] = packed.split(' ', 3).map(Number)
  const outline = packed.split(' ').slice(3).join(' ')
  return { advance: advance!, left: left!, right: right!, outline }
}

const baseOf = (character: string) => character.normalize('NFD')[0]!

/** How much closer (negative) or wider two characters stand, in thousandths of an em. */
export function kern(left: string, right: string, cut: Cut): number {
  const { kerning } = openFace(cut)
  return kerning.get(left + right) ?? kerning.get(baseOf(left) + baseOf(right)) ?? 0
}
