import { overprint, posterColours } from './colours'
import { compositionsFor } from './compositions'
import { hashSeed, makeRandom, type Random } from './random'
import type { PosterCopy } from './sheet'
import { escapeXml, HEIGHT, n, WIDTH } from './svg'
import { TypeCase } from './type/type-case'

export type PosterInput = PosterCopy & {
  /** Decides everything that is not said: composition, inks, grain. An event's slug, say. */
  seed: string
  category: string
}

const LONGEST_TITLE = 220

/** One line without control characters or soft hyphens, in composed form, so that every letter is one glyph. */
function tidy(text: string | undefined, longest: number): string {
  const plain = (text ?? '')
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[‐‑]/g, '-')
    .trim()
  const letters = [...plain]
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : plain
}

/** Specks of paper where the ink did not take: one small tile, repeated. */
function drawGrain(random: Random, prefix: string, paper: string): string {
  const [width, height] = [149, 181]
  const specks = (count: number) => {
    let [x, y] = [0, 0]
    return Array.from({ length: count }, () => {
      const [toX, toY] = [random.whole(1, width - 1), random.whole(1, height - 1)]
      const step = `m${toX - x} ${toY - y}h0`.replace(' -', '-')
      ;[x, y] = [toX, toY]
      return step
    }).join('')
  }
  const layer = (width: number, opacity: number, count: number) =>
    `<path stroke-width="${width}" opacity="${opacity}" d="M0 0${specks(count)}"/>`
  return `<pattern id="${prefix}g" width="${width}" height="${height}" patternUnits="userSpaceOnUse"><g stroke="${paper}" stroke-linecap="round">${layer(0.8, 0.5, 130)}${layer(1.3, 0.42, 46)}${layer(2.1, 0.35, 5)}</g></pattern><path fill="url(#${prefix}g)" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>`
}

/**
 * Draws an event's poster: an SVG of 3 by 4 (600 × 800), whole in itself, so that it can be an <img>, a file or
 * inline. The same input gives the same poster, wherever and whenever. Any text is safe: it is set as outlines,
 * or escaped where the face lacks a character, and fitted to the sheet.
 */
export function drawPoster(input: PosterInput): string {
  const colours = posterColours(input.seed)
  const random = makeRandom(`${input.seed}/drawing`)
  const prefix = `p${hashSeed(input.seed).toString(36)}-`
  const type = new TypeCase(prefix)
  const copy = {
    title: tidy(input.title, LONGEST_TITLE) || '—',
    subtitle: tidy(input.subtitle, 120),
    dateLine: tidy(input.dateLine, 80),
    venueLine: tidy(input.venueLine, 80),
  }
  const compose = random.pick(Object.values(compositionsFor(input.category)))
  const inks = { ...colours, both: overprint(colours.inkA, colours.inkB) }
  const body = compose({ random, inks, copy, type, prefix })
  const grain = drawGrain(random, prefix, colours.paper)
  const label = escapeXml(copy.title)
  const box = `viewBox="0 0 ${n(WIDTH)} ${n(HEIGHT)}" width="${WIDTH}" height="${HEIGHT}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" aria-label="${label}" style="isolation:isolate">${type.defs()}${body}${grain}</svg>`
}
