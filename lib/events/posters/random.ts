/** A stream of numbers that depends on the seed alone, so that a poster is the same wherever it is drawn. */
export type Random = {
  /** At least `low`, below `high`. */
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  pick<T>(choices: readonly T[]): T
  chance(probability: number): boolean
}

/** 32 bits of FNV-1a with a final avalanche: neighbouring seeds (`a-1`, `a-2`) must not look alike. */
export function hashSeed(seed: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Chance that is always the same for the same seed. */
export function makeRandom(seed: string): Random {
  let state = hashSeed(seed)
  const next = () => {
    // A Weyl sequence through an integer mix: 2^32 steps before it repeats, far more than a poster takes.
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between: (low, high) => low + next() * (high - low),
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)]!,
    chance: (probability) => next() < probability,
  }
}
