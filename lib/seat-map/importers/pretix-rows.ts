import type { JsonFields } from './json-fields'
import type { PretixRow } from './pretix-plan'

/**
 * The rows of a zone under names of their own. Parts of one row on either side of an aisle have the same name in
 * pretix and become one row; rows that share a name and numbers are told apart as `A`, `A (2)`. A number used twice
 * within one row is an issue: tickets must name one seat.
 */
export function nameRows(rows: readonly PretixRow[], json: JsonFields): PretixRow[] {
  const named: { row: PretixRow; numbers: Set<string> }[] = []
  const byName = new Map<string, { row: PretixRow; numbers: Set<string> }>()
  for (const part of rows) {
    const seats = part.seats.map((seat) => ({ ...seat, number: plainNumber(seat.number) }))
    const numbers = new Set<string>()
    for (const seat of seats) {
      if (numbers.has(seat.number))
        json.add(`${seat.path}.seat_number`, `“${seat.number}” is in this row twice`)
      numbers.add(seat.number)
    }
    let name = part.name
    for (let next = 2; ; next++) {
      const known = byName.get(name)
      if (!known) {
        const entry = { row: { ...part, name, seats }, numbers }
        byName.set(name, entry)
        named.push(entry)
        break
      }
      if (numbers.isDisjointFrom(known.numbers)) {
        known.row.seats.push(...seats)
        for (const number of numbers) known.numbers.add(number)
        break
      }
      name = `${part.name} (${next})`
    }
  }
  return named.map(({ row }) => row)
}

/** Seat numbers travel in lists and ranges (`1-4;31-34`), so that those signs cannot stand in one. */
function plainNumber(number: string): string {
  return number.replace(/[;,]/g, '·').replace(/-/g, '–')
}
