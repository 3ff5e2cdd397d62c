import type { ManifestSection } from './read-manifest'

/**
 * How far back each row stands, as a rank within its stand: rows of equal name in neighbouring sections stand at equal
 * depth, and a section whose rows start at 15 leaves room in front. Ranks no section uses are closed up.
 */
export function rankRows(sections: readonly ManifestSection[]): Map<ManifestSection, number[]> {
  const readers = [readNumber, readLetters]
  for (const read of readers) {
    const ranks = tryRank(sections, read)
    if (ranks) return ranks
  }
  return new Map(sections.map((section) => [section, section.rows.map((_, index) => index)]))
}

/** Null where a name cannot be read this way, or two names of a section mean the same (`1` and `01`). */
function tryRank(
  sections: readonly ManifestSection[],
  read: (name: string) => number | null,
): Map<ManifestSection, number[]> | null {
  const values = new Map<ManifestSection, number[]>()
  const used = new Set<number>()
  for (const section of sections) {
    const own = section.rows.map((row) => read(row.name))
    if (own.some((value) => value === null) || new Set(own).size < own.length) return null
    const numbers = own.filter((value) => value !== null)
    values.set(section, numbers)
    for (const value of numbers) used.add(value)
  }
  const rankOf = new Map([...used].sort((a, b) => a - b).map((value, rank) => [value, rank]))
  return new Map([...values].map(([section, own]) => [section, own.map((value) => rankOf.get(value) ?? 0)]))
}

function readNumber(name: string): number | null {
  return /^\d{1,6}$/.test(name) ? Number(name) : null
}

/** A…Z, then AA, BB or AA, AB, … in the order of the alphabet. */
function readLetters(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null
  return [...name.toUpperCase()].reduce((value, letter) => value * 27 + letter.charCodeAt(0) - 64, 0)
}
