import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCoverage } from './font-coverage'

/**
 * The faces documents are set in. Read from the packages themselves, below the working directory: the one
 * place that is the same under tsx, vitest and `next start`. Next's build finds them by these names and ships them.
 */
const PACKAGES = join(process.cwd(), 'node_modules')
const BRICOLAGE = '@fontsource/bricolage-grotesque/files/bricolage-grotesque'
const GEIST = 'geist/dist/fonts/geist-sans/Geist'

const FILES = {
  display: `${BRICOLAGE}-latin-800-normal.woff`,
  displayExtended: `${BRICOLAGE}-latin-ext-800-normal.woff`,
  text: `${GEIST}-Regular.ttf`,
  strong: `${GEIST}-SemiBold.ttf`,
  heavy: `${GEIST}-Black.ttf`,
  mono: 'geist/dist/fonts/geist-mono/GeistMono-Medium.ttf',
} as const

export type FontFace = keyof typeof FILES
/** A voice is a face with those that stand in for the letters it lacks. */
export type Voice = 'display' | 'text' | 'strong' | 'mono'

const CHAINS: Record<Voice, readonly FontFace[]> = {
  display: ['display', 'displayExtended', 'heavy'],
  text: ['text'],
  strong: ['strong'],
  mono: ['mono', 'text'],
}

export const FONT_FACES = Object.keys(FILES) as FontFace[]

const loaded = new Map<FontFace, { file: Buffer; covered: Set<number> }>()

/** The font file of a face, read once a process. */
export function fontFile(face: FontFace): Buffer {
  return load(face).file
}

/** The faces of a voice, first choice first. */
export function facesOf(voice: Voice): readonly FontFace[] {
  return CHAINS[voice]
}

/**
 * The text as the voice can print it: composed, control characters gone, a letter no face has replaced by its
 * base letter where it has one, else by `?`. What comes back has a glyph for every character.
 */
export function printable(text: string, voice: Voice): string {
  const clean = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return [...clean].map((char) => (faceFor(char, voice) ? char : plainLetter(char, voice))).join('')
}

/** Splits printable text into runs of one face each. Spaces stay in the run before them, which keeps runs few. */
export function splitByFace(text: string, voice: Voice): { face: FontFace; text: string }[] {
  const runs: { face: FontFace; text: string }[] = []
  for (const char of text) {
    const last = runs.at(-1)
    const stays = last && /\s/.test(char) && covers(last.face, char)
    const face = stays ? last.face : (faceFor(char, voice) ?? CHAINS[voice][0]!)
    if (last?.face === face) last.text += char
    else runs.push({ face, text: char })
  }
  return runs
}

function faceFor(char: string, voice: Voice): FontFace | undefined {
  return CHAINS[voice].find((face) => covers(face, char))
}

function covers(face: FontFace, char: string): boolean {
  return load(face).covered.has(char.codePointAt(0)!)
}

function plainLetter(char: string, voice: Voice): string {
  const base = char.normalize('NFKD').replace(/\p{M}/gu, '')
  return base && [...base].every((part) => faceFor(part, voice)) ? base : '?'
}

function load(face: FontFace): { file: Buffer; covered: Set<number> } {
  let font = loaded.get(face)
  if (!font) {
    const file = readFileSync(join(PACKAGES, FILES[face]))
    font = { file, covered: readCoverage(file) }
    loaded.set(face, font)
  }
  return font
}
