import { parse } from 'csv-parse/sync'
import type { PlanIssue } from '../issues'
import { MAX_ISSUES, MAX_SEATS } from '../limits'
import { readImportText } from './import-text'
import { readSeatRanges, type SeatRanges } from './seat-ranges'

export type ManifestRow = { name: string; line: number } & SeatRanges
export type ManifestSection = { name: string; rows: ManifestRow[] }
export type ManifestStand = { name: string; sections: ManifestSection[] }

export type ManifestReading = { ok: true; stands: ManifestStand[] } | { ok: false; issues: PlanIssue[] }

const COLUMNS = ['stand', 'section', 'row', 'seats'] as const
const MAX_STANDS = 24
const MAX_NAME_LENGTH = 40
/** Beyond these no stadium is drawn, and the drawing would take its time to find out. */
const MAX_SECTIONS = 1_000
const MAX_ROWS = 300

type CsvLine = { record: string[]; line: number }

/**
 * Reads a venue's manifest, CSV with the columns `stand,section,row,seats` in any order and among others. Never
 * throws; every issue names its line (the header is line 1). The seats are counted, not made.
 */
export function readManifest(input: string | Uint8Array): ManifestReading {
  const read = readImportText(input)
  if (!read.ok) return read
  const parsed = parseCsv(read.text)
  if ('issues' in parsed) return { ok: false, issues: parsed.issues }
  const [header, ...lines] = parsed.lines
  const columns = findColumns(header?.record ?? [])
  if ('issues' in columns) return { ok: false, issues: columns.issues }
  if (lines.length === 0) return refuse('file', 'The manifest has a header but no rows.')
  return collectRows(lines, columns.at)
}

function collectRows(lines: CsvLine[], at: ReadonlyMap<string, number>): ManifestReading {
  const issues: PlanIssue[] = []
  const stands = new Map<string, Map<string, Map<string, ManifestRow>>>()
  let seatCount = 0
  for (const { record, line } of lines) {
    const field = (column: string): string => record[at.get(column) ?? -1] ?? ''
    const row = readRow(field, line)
    const problem = 'problem' in row ? row.problem : addRow(stands, field('stand'), field('section'), row)
    if (problem) issues.push({ path: `line ${line}`, message: problem })
    if (!('problem' in row)) seatCount += row.count
    if (seatCount > MAX_SEATS) {
      const message = `The manifest names more than ${MAX_SEATS.toLocaleString('en')} seats.`
      issues.push({ path: `line ${line}`, message })
    }
    if (issues.length >= MAX_ISSUES || seatCount > MAX_SEATS) return { ok: false, issues }
  }
  if (issues.length > 0) return { ok: false, issues }
  const sections = [...stands.values()].flatMap((stand) => [...stand.values()])
  if (sections.length > MAX_SECTIONS) return refuse('file', `There are more than ${MAX_SECTIONS} sections.`)
  if (sections.some((rows) => rows.size > MAX_ROWS)) {
    return refuse('file', `A section has more than ${MAX_ROWS} rows.`)
  }
  if (stands.size > MAX_STANDS) return refuse('file', `The manifest names more than ${MAX_STANDS} stands.`)
  return {
    ok: true,
    stands: [...stands].map(([name, sections]) => ({ name, sections: listSections(sections) })),
  }
}

function listSections(sections: Map<string, Map<string, ManifestRow>>): ManifestSection[] {
  return [...sections].map(([name, rows]) => ({ name, rows: [...rows.values()] }))
}

function readRow(field: (column: string) => string, line: number): ManifestRow | { problem: string } {
  for (const column of COLUMNS.slice(0, 3)) {
    const value = field(column)
    if (value === '') return { problem: `The ${column} is missing.` }
    if (value.length > MAX_NAME_LENGTH) {
      return { problem: `The ${column} is longer than ${MAX_NAME_LENGTH} characters.` }
    }
    if (/\p{Cc}/u.test(value)) return { problem: `The ${column} has control characters in it.` }
  }
  const seats = readSeatRanges(field('seats'))
  return 'problem' in seats ? seats : { name: field('row'), line, ...seats }
}

/** Answers a sentence where the row is there already. */
function addRow(
  stands: Map<string, Map<string, Map<string, ManifestRow>>>,
  stand: string,
  section: string,
  row: ManifestRow,
): string | null {
  const sections = stands.get(stand) ?? new Map<string, Map<string, ManifestRow>>()
  const rows = sections.get(section) ?? new Map<string, ManifestRow>()
  const twin = rows.get(row.name)
  if (twin) return `Row ${row.name} of section ${section} is already on line ${twin.line}.`
  stands.set(stand, sections.set(section, rows.set(row.name, row)))
  return null
}

function findColumns(header: string[]): { at: Map<string, number> } | { issues: PlanIssue[] } {
  const names = header.map((name) => name.toLowerCase())
  const at = new Map(COLUMNS.map((column) => [column, names.indexOf(column)]))
  const issues = COLUMNS.flatMap((column): PlanIssue[] => {
    if (at.get(column) === -1) return [{ path: 'line 1', message: `The column “${column}” is missing.` }]
    if (names.indexOf(column) === names.lastIndexOf(column)) return []
    return [{ path: 'line 1', message: `The column “${column}” is there twice.` }]
  })
  return issues.length > 0 ? { issues } : { at }
}

function parseCsv(text: string): { lines: CsvLine[] } | { issues: PlanIssue[] } {
  const lines: CsvLine[] = []
  try {
    parse(text, {
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      // Every row has a seat at least, so that further lines could only be refused.
      to: MAX_SEATS + 2,
      onRecord: (record, { lines: line }) => {
        lines.push({ record, line })
        return null
      },
    })
    return { lines }
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : Number.NaN
    const path = Number.isFinite(line) ? `line ${line}` : 'file'
    return { issues: [{ path, message: 'The quotation marks do not match: this is not readable as CSV.' }] }
  }
}

function refuse(path: string, message: string): { ok: false; issues: PlanIssue[] } {
  return { ok: false, issues: [{ path, message }] }
}
