export type Side = 'north' | 'east' | 'south' | 'west'

/** Clockwise on the map, north up: the order in which stands and their sections go round the pitch. */
export const SIDES: readonly Side[] = ['north', 'east', 'south', 'west']

/** Where along its side a stand belongs: corner stands at the ends, plain ones in the middle. */
type Berth = { side: Side; along: -1 | 0 | 1 }

export type StandPlace = Berth & {
  /** 0 at the pitch, 1 for an upper tier behind it, and so on. */
  level: number
}

const COMPASS: readonly [Side, RegExp][] = [
  ['north', /\b(north\w*|nord\w*|n)\b/],
  ['south', /\b(south\w*|sud\w*|süd\w*|zuid\w*|s)\b/],
  ['east', /\b(east\w*|est|ost\w*|oost\w*|e)\b/],
  ['west', /\b(west\w*|ouest\w*|oest\w*|w)\b/],
]

const CORNERS: readonly [RegExp, Berth][] = [
  [/\bnorth[ -]?west|\bnw\b/, { side: 'north', along: -1 }],
  [/\bnorth[ -]?east|\bne\b/, { side: 'north', along: 1 }],
  [/\bsouth[ -]?east|\bse\b/, { side: 'south', along: -1 }],
  [/\bsouth[ -]?west|\bsw\b/, { side: 'south', along: 1 }],
]

/** The main stand keeps the sun at its back, which puts it in the west. */
const BY_CUSTOM: readonly [Side, RegExp][] = [['west', /\b(main|grandstand|tribune d'honneur|haupt\w*)\b/]]

/**
 * Finds a side for every stand: by the compass word in its name, by custom, or, for a name that says nothing, the side
 * with the fewest seats so far. Two stands of one side and level stand side by side.
 */
export function placeStands(stands: readonly { name: string; seatCount: number }[]): StandPlace[] {
  const seats = new Map<Side, number>(SIDES.map((side) => [side, 0]))
  const take = (berth: Berth, count: number): Berth => {
    seats.set(berth.side, (seats.get(berth.side) ?? 0) + count)
    return berth
  }
  const named = stands.map(({ name, seatCount }) => {
    const berth = readBerth(name)
    return berth ? take(berth, seatCount) : null
  })
  return stands.map(({ name, seatCount }, index) => {
    // West first, then opposite: two unnamed stands face each other.
    const emptiest = (['west', 'east', 'north', 'south'] as const).reduce((best, side) =>
      (seats.get(side) ?? 0) < (seats.get(best) ?? 0) ? side : best,
    )
    const berth = named[index] ?? take({ side: emptiest, along: 0 }, seatCount)
    return { ...berth, level: readLevel(name) }
  })
}

function readBerth(name: string): Berth | null {
  const words = name.toLowerCase().replaceAll('_', ' ')
  for (const [pattern, berth] of CORNERS) if (pattern.test(words)) return berth
  for (const [side, pattern] of [...COMPASS, ...BY_CUSTOM]) if (pattern.test(words)) return { side, along: 0 }
  return null
}

function readLevel(name: string): number {
  const words = name.toLowerCase()
  const tier = /\b(?:tier|level|ring)\s*(\d)\b/.exec(words)
  if (tier) return Math.max(0, Number(tier[1]) - 1)
  if (/\b(upper|top|balcony|gallery)\b/.test(words)) return 2
  return /\b(middle|club|mid)\b/.test(words) ? 1 : 0
}
