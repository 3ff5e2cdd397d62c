import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/accounts/api-keys/store'
import { makeOrganizer } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import type { PlanDraft } from '@/lib/seat-map/plan'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { callApi } from './testing/call-api'
import { read, readProblem } from './testing/read'

const place = { name: 'House', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
let organizer: { id: string; slug: string }
let key: string

beforeAll(async () => {
  organizer = await makeOrganizer()
  key = (await createApiKey({ organizerId: organizer.id, name: 'maps' })).key
})

const ask = (method: string, path: string, json: unknown) =>
  callApi(method, `/organizers/${organizer.slug}${path}`, { token: key, json })

async function makeVenue() {
  return (await read(await ask('POST', '/venues', place), 201)).id
}

function importMap(venueId: string, body: string, type = 'text/csv', query = '?format=manifest') {
  const path = `/organizers/${organizer.slug}/venues/${venueId}/seat-maps${query}`
  return callApi('POST', path, { token: key, body, headers: { 'content-type': type } })
}

describe('POST …/seat-maps', () => {
  it('imports a manifest with its irregular numbers', async () => {
    const csv = 'stand,section,row,seats\nwest,1,1,1-4;31-34\nwest,1,2,10\neast,2,1,5\n'
    const map = await read(await importMap(await makeVenue(), csv), 201)
    expect(map).toEqual({ id: expect.any(String), seatCount: 23, sectionCount: 2, rowCount: 3 })
    const { labels } = await read(await callApi('GET', `/seat-maps/${map.id}?format=labels`))
    expect(labels.filter((label) => label.includes('-1-31'))).toHaveLength(1)
  })

  it('imports a plan as the API gave it', async () => {
    const venueId = await makeVenue()
    const first = await read(await ask('POST', `/venues/${venueId}/seat-maps`, hallDraft()), 201)
    const plan = await read(await callApi('GET', `/seat-maps/${first.id}`))
    const again = await read(await ask('POST', `/venues/${venueId}/seat-maps`, plan), 201)
    expect(again).toMatchObject({ seatCount: 60, sectionCount: 2, rowCount: 6 })
    expect(again.id).not.toBe(first.id)
  })

  it.each([
    ['a column is missing', 'stand,section,row\nwest,1,1\n'],
    ['a count is negative', 'stand,section,row,seats\nwest,1,1,-4\n'],
    ['ranges overlap', 'stand,section,row,seats\nwest,1,1,1-4;3-6\n'],
    ['a row comes twice', 'stand,section,row,seats\nwest,1,1,4\nwest,1,1,4\n'],
    ['there are two million seats', 'stand,section,row,seats\nwest,1,1,2000000\n'],
    ['there is NUL in it', 'stand,section,row,seats\nwest,1,\0,4\n'],
    ['it is empty', ''],
  ])('names what is wrong with a manifest where %s, and stores nothing', async (_, csv) => {
    const venueId = await makeVenue()
    const problem = await readProblem(await importMap(venueId, csv), 422, 'invalid')
    expect(problem.errors.length).toBeGreaterThan(0)
    expect(await prisma.seatMap.count({ where: { venueId } })).toBe(0)
  })

  it('names what is wrong with a plan or a pretix plan, whatever it is', async () => {
    const venueId = await makeVenue()
    const draft = hallDraft() as PlanDraft & { categories: unknown }
    for (const [json, query] of [
      [{ ...draft, categories: [] }, ''],
      [{ ...draft, width: -1 }, ''],
      [null, ''],
      [[], ''],
      [{ seats: 1 }, ''],
      [{}, '?format=pretix'],
      [{ zones: 'none' }, '?format=pretix'],
    ] as const) {
      const response = await ask('POST', `/venues/${venueId}/seat-maps${query}`, json)
      expect((await readProblem(response, 422, 'invalid')).errors.length).toBeGreaterThan(0)
    }
    expect(await prisma.seatMap.count({ where: { venueId } })).toBe(0)
  })

  it('wants the content type of its format, JSON that is some, and no more than fits', async () => {
    const venueId = await makeVenue()
    await readProblem(await importMap(venueId, '{}', 'application/json'), 400, 'malformed')
    await readProblem(await importMap(venueId, 'a,b', 'text/csv', ''), 400, 'malformed')
    await readProblem(await importMap(venueId, 'a,b', 'image/png'), 400, 'malformed')
    await readProblem(await importMap(venueId, '{"a"', 'application/json', ''), 400, 'malformed')
    await readProblem(await importMap(venueId, '', 'text/csv', '?format=svg'), 422, 'invalid')
    await readProblem(await importMap(venueId, 'x'.repeat(16 * 1024 * 1024 + 1)), 413, 'too_large')
  })
})
