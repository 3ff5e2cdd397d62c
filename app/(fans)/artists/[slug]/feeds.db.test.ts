import { beforeAll, expect, it } from 'vitest'
import { createEvent } from '@/lib/coordinator/create-event'
import { makeHouse, makePerformance, must } from '@/lib/coordinator/testing/house'
import { GET as getCalendar } from './calendar.ics/route'
import { GET as getFeed } from './feed.xml/route'
import { GET as getCard } from './share-card/route'

const ids: string[] = []

beforeAll(async () => {
  for (const title of ['Here', 'There']) {
    const house = await makeHouse()
    const input = { title, description: 'Words.', category: 'concert', artists: ['Oda & Velk', 'Ilka Morn'] }
    const event = must(await createEvent({ ...house, input }))
    ids.push(await makePerformance({ ...house, eventId: event.id }, 20))
    must(await createEvent({ ...house, input: { ...input, artists: ['Secret Act'] } }))
  }
})

const ask = (get: typeof getFeed | typeof getCard, slug: string, headers: HeadersInit = {}) =>
  get(new Request('http://localhost/', { headers }), { params: Promise.resolve({ slug }) })

it('an artist’s feeds have all they play, whoever presents it', async () => {
  const xml = await (await ask(getFeed, 'oda-velk')).text()
  expect([...xml.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title).sort()).toEqual([
    ...['Here', 'Oda &amp; Velk', 'There'],
  ])
  const lines = (await (await ask(getCalendar, 'oda-velk')).text()).split('\r\n')
  for (const id of ids) expect(lines).toContain(`UID:${id}@ticketboss`)
})

it('the picture of a shared link is a PNG that is asked for again only when it has changed', async () => {
  const card = await ask(getCard, 'oda-velk')
  expect(card.headers.get('Content-Type')).toBe('image/png')
  expect(
    Buffer.from(await card.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  const etag = card.headers.get('ETag') as string
  expect((await ask(getCard, 'oda-velk', { 'If-None-Match': etag })).status).toBe(304)
})

it('of whom nobody may know yet, and of nobody, there is nothing', async () => {
  for (const slug of ['secret-act', 'nobody', 'a\0b', '../x'])
    for (const get of [getFeed, getCalendar, getCard]) expect((await ask(get, slug)).status).toBe(404)
})
