import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { GET } from './route'

let house: House
beforeAll(async () => {
  house = await makeHouse()
  const title =
    'A Very Long Night of Tests with 夜 and <Tags> & Everything That Anybody Ever Wrote on a Poster'
  await prisma.event.update({ where: { id: house.eventId }, data: { title } })
})

const ask = (slug: string, headers: HeadersInit = {}, query = '') =>
  GET(new Request(`http://localhost/${query}`, { headers }), { params: Promise.resolve({ slug }) })

describe('the picture of a shared link', () => {
  it('is not there while nobody may see the event', async () => {
    for (const slug of [house.eventSlug, 'unknown', 'a\0b']) expect((await ask(slug)).status).toBe(404)
  })

  it('is a PNG of the size networks show, light enough to be fetched, asked for again only when changed', async () => {
    await makePerformance(house, 20)
    const answer = await ask(house.eventSlug)
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(bytes.length).toBeLessThan(300_000)
    // The poster fills the left: it is no plain ground.
    const { channels } = await sharp(bytes).extract({ left: 0, top: 0, width: 472, height: 630 }).stats()
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20)
    const etag = answer.headers.get('ETag') as string
    expect((await ask(house.eventSlug, { 'If-None-Match': etag })).status).toBe(304)
  })

  it('has its date in the language of its address, else of who asks', async () => {
    const tagOf = async (query: string, language: string) =>
      (await ask(house.eventSlug, { 'Accept-Language': language }, query)).headers.get('ETag')
    const [english, spanish] = [await tagOf('', 'en'), await tagOf('?lang=es', 'en')]
    expect(spanish).not.toBe(english)
    expect(await tagOf('', 'es-MX')).toBe(spanish)
    expect(await tagOf('?lang=tlh', 'en')).toBe(english)
  })
})
