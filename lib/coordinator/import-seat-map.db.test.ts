import { beforeAll, describe, expect, it } from 'vitest'
import { findPlan, findSeatLabels } from '@/lib/events/seat-maps/queries'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { importSeatMap } from './import-seat-map'
import { type House, makeHouse, makeOrganizer, must } from './testing/house'

let house: House
beforeAll(async () => {
  house = await makeHouse()
})

const stored = () => prisma.seatMap.count({ where: { venueId: house.venueId } })

describe('an imported seat map', () => {
  it('has a row for every seat of its plan, in plan order', async () => {
    const seats = await prisma.seat.findMany({
      where: { seatMapId: house.seatMapId },
      orderBy: { index: 'asc' },
    })
    expect(seats).toHaveLength(60)
    expect(seats.map((seat) => seat.label)).toEqual(await findSeatLabels(house.seatMapId))
    expect(seats[59]).toMatchObject({
      index: 59,
      label: 'Right-3-10',
      section: 'Right',
      row: '3',
      number: '10',
      x: 1468,
      y: 770,
      category: 1,
      flags: 1,
    })
  })

  it('becomes the next version of its name, also when two are sent at once', async () => {
    const send = () => importSeatMap({ ...house, format: 'plan', body: hallDraft() })
    const maps = (await Promise.all([send(), send()])).map(must)
    expect(maps.map((map) => map.version).sort()).toEqual([2, 3])
    for (const { id, version } of maps) expect((await findPlan(id))?.version).toBe(version)
  })

  it('can be read back from the API and imported again, the same', async () => {
    const plan = await findPlan(house.seatMapId)
    const copy = must(await importSeatMap({ ...house, format: 'plan', body: plan }))
    expect(copy).toMatchObject({ seatCount: 60, sectionCount: 2, rowCount: 6 })
    expect(await findPlan(copy.id)).toEqual({ ...plan, id: copy.id, version: copy.version })
  })

  it('of 60,000 seats is stored whole', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => ({
      name: String(row + 1),
      seats: Array.from({ length: 200 }, (_, at) => ({
        number: String(at + 1),
        x: at * 55,
        y: row * 90,
        category: 0,
      })),
    }))
    const [front] = hallDraft().categories
    const section = { name: 'All', zone: '', kind: 'seated', rows }
    const body = { ...hallDraft(), name: 'Big', width: 20_000, height: 30_000, sections: [section] }
    const map = must(
      await importSeatMap({ ...house, format: 'plan', body: { ...body, categories: [front] } }),
    )
    expect(await prisma.seat.count({ where: { seatMapId: map.id } })).toBe(60_000)
  })
})

describe('a seat map is refused, and nothing stored,', () => {
  async function refusal(format: 'plan' | 'manifest' | 'pretix', body: unknown) {
    const before = await stored()
    const result = await importSeatMap({ ...house, format, body })
    expect(await stored()).toBe(before)
    return result
  }

  it('when a seat has a label twice, with its path', async () => {
    const draft = hallDraft()
    const [row] = draft.sections[0]?.rows ?? []
    row?.seats.push({ ...row.seats[0]!, x: 900 })
    expect(await refusal('plan', draft)).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'sections[0].rows[0].seats[10].number' }],
    })
  })

  it.each([
    ['nothing', null],
    ['a list', []],
    ['words', 'a plan'],
    ['a plan without columns', { seats: {} }],
    ['a plan cut short', { ...hallDraft(), seats: { count: 3, x: '', y: '', category: '', flags: '' } }],
    ['a plan of another shape', { seats: { count: 1 }, sections: [{}], categories: [] }],
  ])('when the plan is %s', async (_, body) => {
    expect(await refusal('plan', body)).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('when a manifest misses a column or has a bad line, naming it', async () => {
    expect(await refusal('manifest', 'stand,section,seats\nWest,1,10\n')).toMatchObject({ code: 'invalid' })
    const result = await refusal('manifest', 'stand,section,row,seats\nWest,1,1,10\nWest,1,2,-4\n')
    expect(result).toMatchObject({ code: 'invalid', errors: [{ path: 'line 3' }] })
    expect(await refusal('manifest', { stand: 'West' })).toMatchObject({ code: 'invalid' })
  })

  it('when pretix JSON is something else', async () => {
    expect(await refusal('pretix', { zones: 3 })).toMatchObject({ code: 'invalid' })
  })

  it('when the venue is unknown or somebody else’s', async () => {
    const stranger = await makeOrganizer('Stranger')
    const body = hallDraft()
    const tries = [
      { organizerId: stranger.id, venueId: house.venueId },
      { organizerId: house.organizerId, venueId: newId() },
      { organizerId: house.organizerId, venueId: 'nonsense' },
    ]
    for (const ids of tries) {
      expect(await importSeatMap({ ...ids, format: 'plan', body })).toEqual({ ok: false, code: 'not_found' })
    }
  })
})
