import type { ManifestSection, ManifestStand } from './read-manifest'
import { rankRows } from './row-order'
import { type SlotRow, slotRows } from './seat-slots'

/** A section of a stand, ready to be placed: its rows from the pitch outwards, each with its rank in the stand. */
export type Column = {
  name: string
  stand: string
  rows: (SlotRow & { rank: number })[]
  span: number
}

/** Sections stacked behind others, side by side. */
export type StandLine = {
  columns: Column[]
  /** Their rows continue the ranks of the stand; otherwise they count their own from 0. */
  keepsRanks: boolean
}

export type StandColumns = {
  /** Side by side along the pitch, in natural order. */
  base: Column[]
  /** Boxes and lounges that stand behind or above some of the others; one list for each line of them. */
  lines: StandLine[]
}

const naturalOrder = new Intl.Collator('en', { numeric: true })

/**
 * Tells the sections that stand side by side from those stacked behind them. Where most seats are in numbered
 * sections, the others (`VIP_A`, `SB_1`) are stacked: those that continue the row numbers of the sections before them
 * keep their rank, those that begin at 1 again get a line of their own.
 */
export function arrangeStand(stand: ManifestStand): StandColumns {
  const sections = [...stand.sections].sort(compareSections)
  const numbered = sections.filter(isNumbered)
  const stacks = countSeats(numbered) > countSeats(sections) * 0.6
  const base = stacks ? numbered : sections
  const stacked = stacks ? sections.filter((section) => !isNumbered(section)) : []
  const baseRanks = rankRows(base)
  const deepest = Math.max(...[...baseRanks.values()].flat())
  const jointRanks = rankRows([...base, ...stacked])
  const keeping = stacked.filter((section) => {
    const ranks = jointRanks.get(section) ?? []
    return Math.min(...ranks) > 0 && Math.max(...ranks) <= deepest
  })
  const own = stacked.filter((section) => !keeping.includes(section))
  const ranks = keeping.length > 0 ? rankRows([...base, ...keeping]) : baseRanks
  const toColumns = (list: ManifestSection[], by: Map<ManifestSection, number[]>): Column[] =>
    list.map((section) => makeColumn(stand.name, section, by.get(section) ?? []))
  return {
    base: toColumns(base, ranks),
    lines: [
      ...groupBy(keeping, (section) => String(Math.min(...(ranks.get(section) ?? [0])))).map((group) => ({
        columns: toColumns(group, ranks),
        keepsRanks: true,
      })),
      ...groupBy(own, (section) => familyOf(section.name)).map((group) => ({
        columns: toColumns(group, rankRows(group)),
        keepsRanks: false,
      })),
    ].sort((a, b) => firstRank(a) - firstRank(b)),
  }
}

function firstRank(line: StandLine): number {
  return line.keepsRanks ? (line.columns[0]?.rows[0]?.rank ?? 0) : Number.MAX_SAFE_INTEGER
}

function makeColumn(stand: string, section: ManifestSection, ranks: number[]): Column {
  const rows = slotRows(section)
  const ranked = rows.map((row, index) => ({ ...row, rank: ranks[index] ?? index }))
  ranked.sort((a, b) => a.rank - b.rank)
  const span = ranked.reduce((most, row) => Math.max(most, row.span), 0)
  return { name: section.name, stand, rows: ranked, span }
}

/** Natural order, but right before left: sections go clockwise, which is right to left for those who sit in them. */
function compareSections(a: ManifestSection, b: ManifestSection): number {
  const [left, right] = [splitHand(a.name), splitHand(b.name)]
  if (left.stem === right.stem && left.hand && right.hand) return left.hand === 'R' ? -1 : 1
  return naturalOrder.compare(a.name, b.name)
}

function splitHand(name: string): { stem: string; hand: 'L' | 'R' | null } {
  const match = /^(.*[^a-z])(?:([LR])|(left)|(right))$|^(.+_[A-Z])([LR])$/i.exec(name)
  if (!match) return { stem: name, hand: null }
  const hand = (match[2] ?? match[3] ?? match[4] ?? match[6] ?? '').toUpperCase().startsWith('R') ? 'R' : 'L'
  return { stem: match[1] ?? match[5] ?? '', hand }
}

function isNumbered(section: ManifestSection): boolean {
  return /^\d+$/.test(section.name)
}

/** What a name begins with, up to its number: `SB_3_5` belongs with `SB_1`. */
function familyOf(name: string): string {
  return name.replace(/[\s_-]*\d.*$/, '').toLowerCase()
}

function countSeats(sections: readonly ManifestSection[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + row.count, 0), 0)
}

function groupBy(list: readonly ManifestSection[], keyOf: (section: ManifestSection) => string) {
  const groups = new Map<string, ManifestSection[]>()
  for (const section of list) groups.set(keyOf(section), [...(groups.get(keyOf(section)) ?? []), section])
  return [...groups.values()]
}
