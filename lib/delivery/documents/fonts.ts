import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCoverage } from './font-coverage'
import { unwrapWoff } from './woff'

/**
 * The faces documents are set in. Read from the packages themselves, below the working directory: the one
 * place that is the same under tsx, vitest and `next start`. Next's build finds them by these names and ships them.
 */
const PACKAGES = join(process.cwd(), 'node_modules')
const BRICOLAGE = '@fontsource/bricolage-grotesque/files/bricolage-grotesque'
const UDGOTHIC = '@fontsource/biz-udpgothic/files/biz-udpgothic-japanese'
const GEIST = 'geist/dist/fonts/geist-sans/Geist'

const FILES = {
  display: `${BRICOLAGE}-latin-800-normal.woff`,
  displayExtended: `${BRICOLAGE}-latin-ext-800-normal.woff`,
  text: `${GEIST}-Regular.ttf`,
  strong: `${GEIST}-SemiBold.ttf`,
  heavy: `${GEIST}-Black.ttf`,
  mono: 'geist/dist/fonts/geist-mono/GeistMono-Medium.ttf',
  japanese: `${UDGOTHIC}-400-normal.woff`,
  japaneseBold: `${UDGOTHIC}-700-normal.woff`,
} as const

export type FontFace = keyof typeof FILES
/** A voice is a face with those that stand in for the letters it lacks. */
export type Voice = 'display' | 'text' | 'strong' | 'mono'

const CHAINS: Record<Voice, readonly FontFace[]> = {
  display: ['display', 'displayExtended', 'heavy', 'japaneseBold'],
  text: ['text', 'japanese'],
  strong: ['strong', 'japaneseBold'],
  mono: ['mono', 'text'],
}

/** Faces that few documents need and that are large: read when a letter asks for them, and not before. */
const RARE_FACES: readonly FontFace[] = ['japanese', 'japaneseBold']

/** The faces any document may use. */
export const FONT_FACES = (Object.keys(FILES) as FontFace[]).filter((face) => !RARE_FACES.includes(face))

/** The large faces that setting this text takes, in whatever voice; none for most. */
export function rareFacesIn(text: string): FontFace[] {
  const voices = Object.keys(CHAINS) as Voice[]
  const faces = voices.flatMap((voice) => splitByFace(text, voice).map((run) => run.face))
  return RARE_FACES.filter((face) => faces.includes(face))
}

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
    const file = unwrapWoff(readFileSync(join(PACKAGES, FILES[face])))
    font = { file, covered: readCoverage(file) }
    loaded.set(face, font)
  }
  return font
}
