import { createHash } from 'node:crypto'
import { keepRecent } from '@/lib/platform/keep-recent'
import { drawPoster, type PosterInput } from './draw-poster'

/** A poster as it is served: `version` is its ETag, and changes with any stroke of it. */
export type DrawnPoster = { svg: string; version: string }

/** The same input is the same poster, so what was drawn stays true: drawing one takes as long as reading a page. */
const drawn = keepRecent<DrawnPoster>({
  ...{ maxAgeMs: 24 * 3_600_000, maxEntries: 300 },
  load: async (keys) => new Map(keys.map((key) => [key, draw(JSON.parse(key) as PosterInput)])),
})

/** Draws a poster, or finds the one drawn for the same input before; the last 300 are kept in this process. */
export async function findDrawnPoster(input: PosterInput): Promise<DrawnPoster> {
  const key = JSON.stringify(input)
  return (await drawn.get([key])).get(key) ?? draw(input)
}

function draw(input: PosterInput): DrawnPoster {
  const svg = drawPoster(input)
  return { svg, version: createHash('sha256').update(svg).digest('base64url').slice(0, 12) }
}
