import { foldText } from '../finding/rules'
import type { ArtistName } from '../types'

/** How many a line of a list names before it counts the rest. */
const MAX_NAMED = 3
/** And how long it may get with them. */
const MAX_LENGTH = 60

/** Who a line names, and how many more there are. */
export type Billing = { names: string[]; more: number }

/**
 * Who plays, for the line below a title: those whom the title does not name already, the first three at most, fewer
 * where their names are long. Nobody where the title says it all.
 */
export function writeBilling(title: string, artists: readonly ArtistName[]): Billing {
  const said = ` ${foldText(title).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const unsaid = artists.filter(({ name }) => !said.includes(` ${plainWords(name)} `))
  const names: string[] = []
  for (const { name } of unsaid.slice(0, MAX_NAMED)) {
    const isLong = [...names, name].join(', ').length > MAX_LENGTH
    if (isLong && names.length > 0) break
    names.push(name)
  }
  return { names, more: unsaid.length - names.length }
}

function plainWords(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
