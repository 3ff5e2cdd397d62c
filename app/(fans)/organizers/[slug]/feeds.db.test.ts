import { beforeAll, describe, expect, it } from 'vitest'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { GET as getCalendar } from './calendar.ics/route'
import { GET as getFeed } from './feed.xml/route'

let house: House
let slug: string
const ids: string[] = []
let startsAt: Date

beforeAll(async () => {
  house = await makeHouse()
  slug = (await prisma.organizer.findUniqueOrThrow({ where: { id: house.organizerId } })).slug
  ids.push(await makePerformance(house, 20), await makePerformance(house, 21))
  await prisma.performance.update({ where: { id: ids[1] }, data: { status: 'cancelled' } })
  startsAt = (await prisma.performance.findUniqueOrThrow({ where: { id: ids[0] } })).startsAt
  await prisma.event.update({ where: { id: house.eventId }, data: { title: 'Rock & Roll, <live>' } })
})

const ask = async (get: typeof getFeed, of: string, query = '', headers: HeadersInit = {}) =>
  get(new Request(`http://localhost/${query}`, { headers }), { params: Promise.resolve({ slug: of }) })

describe('an organizer’s feeds', () => {
  it('as RSS have each event once, escaped, with its dates', async () => {
    const answer = await ask(getFeed, slug)
    expect(answer.headers.get('Content-Type')).toContain('application/rss+xml')
    const xml = await answer.text()
    expect(xml.match(/<item>/g)).toHaveLength(1)
    expect(xml).toContain('<title>Rock &amp; Roll, &lt;live&gt;</title>')
    expect(xml).toMatch(/Test Hall, Vienna/)
  })

  it('as RSS are in the language of their address, else of who asks', async () => {
    const french = { 'Accept-Language': 'fr-CH, en;q=0.5' }
    const read = async (query: string) => (await ask(getFeed, slug, query, french)).text()
    const [german, asked, unknown] = await Promise.all([read('?lang=de'), read(''), read('?lang=tlh')])
    expect(german).toContain('<language>de</language>')
    expect(german).toContain(`/organizers/${slug}/feed.xml?lang=de`)
    for (const xml of [asked, unknown]) expect(xml).toContain('<language>fr</language>')
    const weekday = (locale: string) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'Europe/Vienna' }).format(startsAt)
    expect(german).toContain(`<description>${weekday('de')}`)
    expect(asked).toContain(`<description>${weekday('fr')}`)
  })

  it('as a calendar have every date, the cancelled one struck out', async () => {
    const answer = await ask(getCalendar, slug)
    expect(answer.headers.get('Content-Type')).toContain('text/calendar')
    const lines = (await answer.text()).replace(/\r\n[ \t]/g, '').split('\r\n')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
    expect(lines).toContain('SUMMARY:Rock & Roll\\, <live>')
    expect(lines.filter((line) => line === 'STATUS:CANCELLED')).toHaveLength(1)
    for (const id of ids) expect(lines).toContain(`UID:${id}@ticketboss`)
  })

  it('are not there for an organizer who is not', async () => {
    for (const unknown of ['nobody', 'a\0b', '../x'])
      for (const get of [getFeed, getCalendar]) expect((await ask(get, unknown)).status).toBe(404)
  })
})
