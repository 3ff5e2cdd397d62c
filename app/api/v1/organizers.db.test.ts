import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, revokeApiKey } from '@/lib/accounts/api-keys/store'
import { createUser } from '@/lib/accounts/testing/create-user'
import type { Role } from '@/lib/accounts/types'
import { hallPerformance, makeOrganizer, must } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { createTestOrder, createTestPerformance } from '@/prisma/testing'
import { callApi, openGuest } from './testing/call-api'
import { read, readProblem } from './testing/read'
import { openRealtime } from './testing/realtime'

const words = { title: 'Grand Opening', description: 'All of it.', category: 'theatre' }
const place = { name: 'House', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
let organizer: { id: string; slug: string }
let key: string
let closeRealtime: () => Promise<void>

beforeAll(async () => {
  closeRealtime = await openRealtime()
  organizer = await makeOrganizer()
  key = await keyOf('manager')
})
afterAll(() => closeRealtime())

async function keyOf(role: Role, organizerId = organizer.id) {
  return (await createApiKey({ organizerId, name: role, role })).key
}

const ask = (method: string, path: string, json?: unknown, token = key) =>
  callApi(method, `/organizers/${organizer.slug}${path}`, { token, ...(json === undefined ? {} : { json }) })

async function makeVenue() {
  return (await read(await ask('POST', '/venues', place), 201)).id
}

/** A published performance, all through the API. */
async function stage() {
  const event = await read(await ask('POST', '/events', words), 201)
  const venueId = await makeVenue()
  const map = await read(await ask('POST', `/venues/${venueId}/seat-maps`, hallDraft()), 201)
  const input = hallPerformance({
    ...{ organizerId: organizer.id, eventId: event.id, eventSlug: '' },
    venueId,
    seatMapId: map.id,
  })
  const performance = await read(await ask('POST', `/events/${event.id}/performances`, input), 201)
  await read(await ask('POST', `/performances/${performance.id}/publish`))
  return { event, venueId, seatMapId: map.id, performanceId: performance.id, input }
}

describe('an organizer', () => {
  it('stages an event from nothing, and fans can hold its seats', async () => {
    const { event, performanceId } = await stage()
    const seen = await read(await callApi('GET', `/events/${event.slug}`))
    expect(seen).toMatchObject({
      title: words.title,
      performances: [{ id: performanceId, status: 'on_sale' }],
    })
    const token = await openGuest()
    const json = { seats: ['Right-3-10'] }
    await read(await callApi('POST', `/performances/${performanceId}/holds`, { token, json }), 201)
    const again = await read(await ask('POST', `/performances/${performanceId}/publish`))
    expect(again).toEqual({ id: performanceId, status: 'published' })
  })

  it('lists, changes and takes away its events', async () => {
    const { id, slug } = await read(await ask('POST', '/events', { ...words, subtitle: 'Once' }), 201)
    const listed = await read(await ask('GET', '/events?limit=1'))
    expect(listed.items).toEqual([expect.objectContaining({ id, slug, subtitle: 'Once', performances: [] })])
    const next = await read(await ask('GET', `/events?limit=1&cursor=${listed.nextCursor}`))
    expect(next.items[0]?.id).not.toBe(id)
    for (const list of ['/events', '/orders']) {
      const problem = await readProblem(await ask('GET', `${list}?cursor=nonsense`), 422, 'invalid')
      expect(problem.errors[0]?.path).toBe('cursor')
    }
    const changed = await read(await ask('PATCH', `/events/${id}`, { title: 'Closing', subtitle: null }))
    expect(changed).toMatchObject({
      id,
      slug,
      title: 'Closing',
      subtitle: null,
      description: words.description,
    })
    expect(await read(await ask('GET', `/events/${id}`))).toEqual(changed)
    const gone = await ask('DELETE', `/events/${id}`)
    expect([gone.status, await gone.text()]).toEqual([204, ''])
    await readProblem(await ask('GET', `/events/${id}`), 404, 'not_found')
  })

  it('names who plays, who is one artist for all, and takes them away', async () => {
    const artists = ['Oda Velk', 'Tamsin Ray']
    const { id, slug, ...made } = await read(await ask('POST', '/events', { ...words, artists }), 201)
    expect(made.artists).toEqual(artists)
    const again = await read(await ask('POST', '/events', { ...words, artists: [' ODA  VELK '] }), 201)
    expect(again.artists).toEqual(['Oda Velk'])
    const changed = await read(await ask('PATCH', `/events/${id}`, { artists: ['Tamsin Ray', 'Oda Velk'] }))
    expect(changed.artists).toEqual(['Tamsin Ray', 'Oda Velk'])
    const untouched = await read(await ask('PATCH', `/events/${id}`, { title: 'Closing' }))
    expect(untouched.artists).toEqual(['Tamsin Ray', 'Oda Velk'])
    await readProblem(await callApi('GET', `/events/${slug}`), 404, 'not_found')
    expect((await read(await ask('PATCH', `/events/${id}`, { artists: null }))).artists).toEqual([])
  })

  it('keeps an event whose seats somebody holds', async () => {
    const { event, performanceId } = await stage()
    const token = await openGuest()
    const json = { seats: ['Left-1-1'] }
    await read(await callApi('POST', `/performances/${performanceId}/holds`, { token, json }), 201)
    await readProblem(await ask('DELETE', `/events/${event.id}`), 409, 'tickets_sold')
  })

  it('keeps seats back for the house, and gives them back to sale', async () => {
    const { performanceId } = await stage()
    const blocks = `/performances/${performanceId}/blocks`
    expect(await read(await ask('POST', blocks, { seats: ['Left-1-1', 'Left-1-2'] }))).toEqual({ changed: 2 })
    const token = await openGuest()
    const holds = `/performances/${performanceId}/holds`
    const taken = await callApi('POST', holds, { token, json: { seats: ['Left-1-1'] } })
    await readProblem(taken, 409, 'seats_taken')
    expect(await read(await ask('DELETE', blocks, { seats: ['Left-1-1'] }))).toEqual({ changed: 1 })
    await read(await callApi('POST', holds, { token, json: { seats: ['Left-1-1'] } }), 201)
    const held = await readProblem(
      await ask('POST', blocks, { seats: ['Left-1-1', 'Left-1-3'] }),
      409,
      'seats_taken',
    )
    expect(held.seats).toEqual(['Left-1-1'])
    await readProblem(await ask('POST', blocks, { seats: ['x'] }), 404, 'unknown_seat')
    await readProblem(await ask('POST', blocks, { seats: [] }), 422, 'invalid')
  })

  it('reads what it sold, and nothing of what others sold', async () => {
    const hall = await createTestPerformance()
    const { slug } = await prisma.organizer.findUniqueOrThrow({ where: { id: hall.organizerId } })
    const token = await keyOf('finance', hall.organizerId)
    const { orderId } = await createTestOrder(hall, [0, 1, 2])
    const voided = await createTestOrder(hall, [5])
    await prisma.performanceSeat.updateMany({
      where: { performanceId: hall.performanceId, seatIndex: 5 },
      data: { status: 'free', ticketId: null, ticketTypeId: null, priceAmount: null },
    })
    await prisma.ticket.updateMany({ where: { orderId: voided.orderId }, data: { status: 'void' } })
    const own = (path: string) => callApi('GET', `/organizers/${slug}${path}`, { token })
    const sales = await read(await own(`/performances/${hall.performanceId}/sales`))
    expect(sales).toMatchObject({
      orderCount: 1,
      revenue: { amount: 13_500, currency: 'EUR' },
      counts: { sold: 3 },
    })
    expect(sales.types).toEqual([
      {
        category: { id: 'cat-1', name: 'Stalls' },
        ticketType: { id: hall.ticketTypeIds[0], name: 'Adult' },
        price: { amount: 4500, currency: 'EUR' },
        sold: 3,
        revenue: { amount: 13_500, currency: 'EUR' },
      },
    ])
    const orders = await read(await own(`/orders?performanceId=${hall.performanceId}`))
    expect(orders.items.map((order) => order.id)).toEqual([voided.orderId, orderId])
    expect(orders.items[1]).toMatchObject({
      status: 'paid',
      email: 'ada@example.com',
      total: { amount: 13_500 },
    })
    expect((await read(await ask('GET', '/orders', undefined, await keyOf('finance')))).items).toEqual([])
    const theirs = await ask(
      'GET',
      `/performances/${hall.performanceId}/sales`,
      undefined,
      await keyOf('finance'),
    )
    await readProblem(theirs, 404, 'not_found')
  })
})

describe('an order that spans organizers', () => {
  it('shows each only its own lines and its own part of the total', async () => {
    const [first, second] = [await createTestPerformance(), await createTestPerformance()]
    const { orderId } = await createTestOrder(first, [0])
    await prisma.orderLine.create({
      data: {
        ...{ orderId, performanceId: second.performanceId, seatIndex: 0, priceAmount: 9_900 },
        ...{ seatLabel: 'A-1-1', section: 'A', row: '1', number: '1', categoryName: 'Stalls' },
        ...{ ticketTypeId: second.ticketTypeIds[0] as string, ticketTypeName: 'Adult' },
      },
    })
    const { slug } = await prisma.organizer.findUniqueOrThrow({ where: { id: first.organizerId } })
    const token = await keyOf('owner', first.organizerId)
    const { items } = await read(await callApi('GET', `/organizers/${slug}/orders`, { token }))
    expect(items[0]?.lines).toHaveLength(1)
    expect(items[0]?.total).toEqual({ amount: 4500, currency: 'EUR' })
  })
})

describe('bad input of organizers', () => {
  it.each([
    ['/events', { ...words, title: '' }, 'title'],
    ['/events', { ...words, category: 'No such!' }, 'category'],
    ['/events', { ...words, artists: [] }, 'artists'],
    ['/events', { ...words, artists: Array.from({ length: 21 }, (_, i) => `Artist ${i}`) }, 'artists'],
    ['/events', { ...words, artists: ['Zoë', 'zoe'] }, 'artists'],
    ['/events', { ...words, artists: ['Oda', 'O\u200bda'] }, 'artists[1]'],
    ['/events', { ...words, artists: ['Оda Velk'] }, 'artists[0]'],
    ['/events', { ...words, artists: 'Oda Velk' }, 'artists'],
    ['/events', { ...words, imageUrl: 'javascript:alert(1)' }, 'imageUrl'],
    ['/venues', { ...place, timezone: 'Mars/Base' }, 'timezone'],
    ['/venues', { ...place, country: 'ZZ' }, 'country'],
    ['/venues', { ...place, owner: 'me' }, 'owner'],
  ])('%s %j is named', async (path, json, field) => {
    const problem = await readProblem(await ask('POST', path, json), 422, 'invalid')
    expect(problem.errors.map((issue) => issue.path)).toEqual([field])
  })

  it('a performance without all prices, with a negative one, or of a foreign map is refused', async () => {
    const { event, input } = await stage()
    const path = `/events/${event.id}/performances`
    const [front] = input.prices
    const missing = await readProblem(await ask('POST', path, { ...input, prices: [front] }), 422, 'invalid')
    expect(missing.errors[0]?.message).toContain('Back')
    const prices = [{ category: 'Front', ticketTypes: [{ name: 'Adult', amount: -1 }] }, input.prices[1]]
    const negative = await readProblem(await ask('POST', path, { ...input, prices }), 422, 'invalid')
    expect(negative.errors[0]?.path).toBe('prices[0].ticketTypes[0].amount')
    await readProblem(await ask('POST', path, { ...input, seatMapId: newId() }), 404, 'not_found')
    await readProblem(await ask('POST', path, { ...input, startsAt: '2020-01-01T20:00:00Z' }), 422, 'invalid')
    await readProblem(await ask('POST', path, { ...input, startsAt: '2031-01-01T20:00:00' }), 422, 'invalid')
  })
})

describe('who may', () => {
  it('is decided by role, and what one may not see is not there', async () => {
    const [finance, door] = [await keyOf('finance'), await keyOf('door')]
    await read(await ask('GET', '/events', undefined, finance))
    await read(await ask('GET', '/events', undefined, door))
    await readProblem(await ask('POST', '/events', words, finance), 404, 'not_found')
    await readProblem(await ask('GET', '/orders', undefined, door), 404, 'not_found')
    const { performanceId } = await stage()
    await read(await ask('GET', `/performances/${performanceId}/sales`, undefined, finance))
    await readProblem(
      await ask('POST', `/performances/${performanceId}/publish`, undefined, finance),
      404,
      'not_found',
    )
  })

  it("is not another organizer's key, nor a revoked one, nor a guest, nor nobody", async () => {
    const { event, venueId, performanceId } = await stage()
    const other = await makeOrganizer()
    const theirs = await keyOf('owner', other.id)
    await readProblem(await ask('GET', '/events', undefined, theirs), 404, 'not_found')
    const asOther = (path: string, method = 'GET', json?: unknown) =>
      callApi(method, `/organizers/${other.slug}${path}`, { token: theirs, ...(json ? { json } : {}) })
    await readProblem(await asOther(`/events/${event.id}`), 404, 'not_found')
    await readProblem(await asOther(`/events/${event.id}`, 'PATCH', { title: 'Mine' }), 404, 'not_found')
    await readProblem(await asOther(`/events/${event.id}`, 'DELETE'), 404, 'not_found')
    await readProblem(await asOther(`/venues/${venueId}/seat-maps`, 'POST', hallDraft()), 404, 'not_found')
    await readProblem(await asOther(`/performances/${performanceId}/publish`, 'POST'), 404, 'not_found')
    const revoked = await createApiKey({ organizerId: organizer.id, name: 'old' })
    await revokeApiKey(organizer.id, revoked.id)
    await readProblem(await ask('GET', '/events', undefined, revoked.key), 401, 'unauthenticated')
    await readProblem(await ask('GET', '/events', undefined, await openGuest()), 401, 'unauthenticated')
    await readProblem(await callApi('GET', `/organizers/${organizer.slug}/events`), 401, 'unauthenticated')
  })

  it('is a member who signed in with a password, too', async () => {
    const credentials = { email: 'max@example.com', password: 'a password of Max' }
    const user = must(await createUser({ name: 'Max', ...credentials }))
    const { token } = await read(
      await callApi('POST', '/sessions', { json: { kind: 'password', ...credentials } }),
      201,
    )
    await readProblem(await ask('GET', '/events', undefined, token), 404, 'not_found')
    await prisma.membership.create({ data: { userId: user.id, organizerId: organizer.id, role: 'manager' } })
    await read(await ask('POST', '/events', words, token), 201)
  })

  it('has no cart where it is an API key', async () => {
    await readProblem(await callApi('GET', '/cart', { token: key }), 401, 'unauthenticated')
  })
})
