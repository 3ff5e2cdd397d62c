import { beforeAll, describe, expect, it } from 'vitest'
import { type House, makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { GET } from './route'

let house: House
beforeAll(async () => {
  house = await makeHouse()
})

function ask(slug: string, { version = '', etag = '' } = {}) {
  const headers: HeadersInit = etag ? { 'If-None-Match': etag } : {}
  const request = new Request(`http://localhost/events/poster${version && `?v=${version}`}`, { headers })
  return GET(request, { params: Promise.resolve({ slug }) })
}

describe('an event’s poster', () => {
  it('is not there while nobody may see the event', async () => {
    for (const slug of [house.eventSlug, 'unknown', 'a\0b']) expect((await ask(slug)).status).toBe(404)
  })

  it('is an SVG that is asked for again only when it has changed', async () => {
    await makePerformance(house, 20)
    const first = await ask(house.eventSlug)
    expect(first.headers.get('Content-Type')).toMatch(/^image\/svg\+xml/)
    expect(await first.text()).toMatch(/^<svg[\s\S]*A Night of Tests/)
    const etag = first.headers.get('ETag') ?? ''
    expect((await ask(house.eventSlug, { etag })).status).toBe(304)
    await makePerformance(house, 90)
    expect((await ask(house.eventSlug, { etag })).status).toBe(200)
  })

  it('is kept for ever under its own version only', async () => {
    const version = (await ask(house.eventSlug)).headers.get('ETag')?.replaceAll('"', '') ?? ''
    const cacheOf = async (asked: string) =>
      (await ask(house.eventSlug, { version: asked })).headers.get('Cache-Control')
    expect(await cacheOf(version)).toContain('immutable')
    expect(await cacheOf('another')).not.toContain('immutable')
  })
})
