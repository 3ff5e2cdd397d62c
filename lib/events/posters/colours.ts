import { makeRandom } from './random'

/** What a poster is printed with. `inkA` is always the dark one: it reads on the paper and on `inkB`. */
export type PosterColours = { paper: string; inkA: string; inkB: string }

const PALETTE: readonly (readonly [paper: string, inkA: string, inkB: string])[] = [
  ['#f3ecdf', '#161618', '#ec4a30'],
  ['#f4e9d3', '#202b75', '#ff7a45'],
  ['#f5efe6', '#0d4539', '#f4a3b5'],
  ['#f0e6d6', '#3a1d56', '#f2b705'],
  ['#f6efe2', '#0f2950', '#f4695d'],
  ['#f2e5d0', '#6d1626', '#7dbdc0'],
  ['#f6f2e7', '#08464c', '#ff9469'],
  ['#e9e5da', '#20201d', '#12b07c'],
  ['#f5eee4', '#18181b', '#6f8cff'],
  ['#f3ead8', '#4a2713', '#f08f2b'],
  ['#eeede2', '#1f3a2c', '#c6d420'],
  ['#f5e9df', '#541039', '#ff8158'],
  ['#eff0ea', '#0e2a47', '#86cbe6'],
  ['#f4e6c9', '#00324e', '#f27345'],
  ['#f2ece4', '#2b1c4f', '#e58bd0'],
  ['#f4efdf', '#232a2e', '#f5c518'],
  ['#efe9df', '#3c0f12', '#f2674a'],
  ['#ecefe8', '#163a3d', '#5cc8a8'],
]

/** The paper and the two inks of the poster with this seed: for placeholders until the poster is there. */
export function posterColours(seed: string): PosterColours {
  const [paper, inkA, inkB] = makeRandom(`${seed}/inks`).pick(PALETTE)
  return { paper, inkA, inkB }
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** What two inks make where one is printed over the other. */
export function overprint(one: string, other: string): string {
  const second = channels(other)
  const mixed = channels(one).map((value, index) => Math.round((value * second[index]!) / 255))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
