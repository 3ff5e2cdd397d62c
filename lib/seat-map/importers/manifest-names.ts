import type { ManifestStand } from './read-manifest'

/** What people say for a stand: `west` → `West stand`, while `Kop end` and `Main stand` stay as they are. */
export function nameStand(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  const capital = spaced.charAt(0).toUpperCase() + spaced.slice(1)
  return /^(north|east|south|west|main|upper|lower)([ -]?(east|west))?$/i.test(spaced)
    ? `${capital} stand`
    : capital
}

/**
 * Names for sections that are unique in the map, by stand and section: as in the manifest where only one stand has the
 * name, else with the stand before it.
 */
export function nameSections(stands: readonly ManifestStand[]): Map<string, Map<string, string>> {
  const uses = new Map<string, number>()
  for (const { sections } of stands) {
    for (const { name } of sections) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  const taken = new Set<string>([...uses].filter(([, count]) => count === 1).map(([name]) => name))
  return new Map(
    stands.map((stand) => [
      stand.name,
      new Map(
        stand.sections.map(({ name }) => {
          if (uses.get(name) === 1) return [name, name]
          const unique = pickFree(`${nameStand(stand.name).replace(/ stand$/, '')} ${name}`, taken)
          taken.add(unique)
          return [name, unique]
        }),
      ),
    ]),
  )
}

function pickFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let next = 2; ; next++) if (!taken.has(`${name} (${next})`)) return `${name} (${next})`
}
