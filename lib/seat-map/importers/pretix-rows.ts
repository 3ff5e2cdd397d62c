import type { JsonFields } from './json-fields'
import type { PretixRow, PretixSeat } from './pretix-plan'

/**
 * The rows of a zone under names of their own. Parts of one row on either side of an aisle have the same name in
 * pretix and become one row; rows that share a name and numbers are told apart as `A`, `A (2)`. A number used twice
 * within one row is an issue: tickets must name one seat.
 */
export function nameRows(rows: readonly PretixRow[], json: JsonFields): PretixRow[] {
  const named: PretixRow[] = []
  // Only the latest row of a name takes in further parts, and counts on: thousands of namesakes stay cheap.
  const latest = new Map<string, { row: PretixRow; numbers: Set<string>; count: number }>()
  const taken = new Set(rows.map(({ name }) => name))
  for (const part of rows) {
    const seats = part.seats.map((seat) => ({ ...seat, number: plainNumber(seat.number) }))
    const numbers = collectNumbers(seats, json)
    const known = latest.get(part.name)
    if (known && [...numbers].every((number) => !known.numbers.has(number))) {
      known.row.seats.push(...seats)
      for (const number of numbers) known.numbers.add(number)
      continue
    }
    let [name, count] = [part.name, 1]
    if (known) {
      count = known.count
      do name = `${part.name} (${++count})`
      while (taken.has(name))
    }
    const row = { ...part, name, seats }
    latest.set(part.name, { row, numbers, count })
    named.push(row)
  }
  return named
}

function collectNumbers(seats: readonly PretixSeat[], json: JsonFields): Set<string> {
  const numbers = new Set<string>()
  for (const { number, path } of seats) {
    if (numbers.has(number)) json.add(`${path}.seat_number`, `“${number}” is in this row twice`)
    numbers.add(number)
  }
  return numbers
}

/** Seat numbers travel in lists and ranges (`1-4;31-34`), so that those signs cannot stand in one. */
function plainNumber(number: string): string {
  return number.replace(/[;,]/g, '·').replace(/-/g, '–')
}
