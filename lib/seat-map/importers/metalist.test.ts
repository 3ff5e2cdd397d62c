import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodePlan } from '../encode-plan'
import type { PlanDraft } from '../plan'
import { closestSeatsCm, findCrossings, findStraySeats } from '../testing/draft-checks'
import { importManifest } from './manifest'

/** The manifest of a real stadium; it lies beside the repository where that has been given it. */
const FILE = resolve(import.meta.dirname, '../../../../shared/data/metalist-stadium.csv')

const isThere = existsSync(FILE)
if (!isThere) console.warn(`Skipped: the real stadium's manifest is not at ${FILE}`)

describe.runIf(isThere)('the manifest of a real stadium', () => {
  let draft: PlanDraft
  beforeAll(() => {
    const imported = importManifest(readFileSync(FILE), 'Metalist Stadium')
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues))
    draft = imported.draft
  })

  it('keeps each of its 39,616 seats, 58 sections and 1,453 rows', () => {
    const rows = draft.sections.flatMap((section) => section.rows)
    expect(draft.sections).toHaveLength(58)
    expect(rows).toHaveLength(1453)
    expect(rows.flatMap((row) => row.seats)).toHaveLength(39_616)
  })

  it('has nothing overlapping', () => {
    expect(closestSeatsCm(draft)).toBeGreaterThanOrEqual(38)
    expect(findStraySeats(draft)).toEqual([])
    expect(findCrossings(draft)).toEqual([])
  })

  it('is a plan without an issue', () => {
    const encoded = encodePlan(draft, { id: 'map', version: 1 })
    expect(encoded.ok ? [] : encoded.issues).toEqual([])
  })

  it('keeps its irregular numbers', () => {
    const row = draft.sections.find(({ name }) => name === '5')?.rows.find(({ name }) => name === '3')
    expect(row?.seats.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '31', '32', '33', '34'])
  })
})
