import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/accounts/api-keys/store'
import { makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { callApi, listRoutes, loadHandlers, openGuest } from './testing/call-api'
import { openRealtime } from './testing/realtime'

type Operation = { method: string; path: string; token: string }

const RUNS = 40
const operations: Operation[] = []
let closeRealtime: () => Promise<void>

beforeAll(async () => {
  closeRealtime = await openRealtime()
  const house = await makeHouse()
  const performanceId = await makePerformance(house)
  const { slug } = await prisma.organizer.findUniqueOrThrow({ where: { id: house.organizerId } })
  const { key } = await createApiKey({ organizerId: house.organizerId, name: 'fuzz', role: 'owner' })
  const guest = await openGuest()
  const ids: Record<string, string> = {
    events: house.eventId,
    venues: house.venueId,
    performances: performanceId,
    'seat-maps': house.seatMapId,
  }
  for (const route of listRoutes()) {
    const isOwn = route.path.startsWith('/organizers')
    const path = route.path
      .replace(/\/([\w-]+)\/\{id\}/, (_, noun: string) => `/${noun}/${ids[noun] ?? newId()}`)
      .replace('{slug}', isOwn ? slug : house.eventSlug)
      .replace('{label}', 'Left-1-1')
    for (const method of Object.keys(await loadHandlers(route)))
      operations.push({ method, path, token: isOwn ? key : guest })
  }
  // What takes the event or the token away comes last, or the others would be asked of nothing.
  operations.sort((a, b) => rankOf(a) - rankOf(b))
})
afterAll(() => closeRealtime())

function rankOf({ method, path }: Operation): number {
  if (path === '/sessions/current') return 2
  return method === 'DELETE' ? 1 : 0
}

/** Names that mean something somewhere, with values that mean nothing, or too much, anywhere. */
const names =
  'seats best quantity category ticketType email password kind name delivery address currency title'
const moreNames =
  'description prices ticketTypes amount startsAt venueId seatMapId country timezone zones sections rows'
const word = fc.oneof(
  fc.constantFrom('', '\0', '\ud800', 'Left-1-1', '__proto__', "'; DROP TABLE event; --", '%', '🎭', newId()),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.oneof(
      fc.integer(),
      fc.double(),
      fc.constantFrom(-1, 0, 1e308, 2 ** 53),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...`${names} ${moreNames}`.split(' ')), word), tie('value'), {
      maxKeys: 6,
    }),
  ),
})).value

const json = value.map((any) => JSON.stringify(any))
/** A good plan with one part of it replaced by anything. */
const bentPlan = fc
  .tuple(fc.constantFrom(...Object.keys(hallDraft()), 'seats', 'zones', 'size'), value)
  .map(([name, any]) => JSON.stringify({ ...hallDraft(), [name]: any }))
const body = fc.oneof(
  json,
  bentPlan,
  fc.string(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)
const contentType = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json',
  'text/csv',
  'text/plain',
)
const query = fc.oneof(
  fc.constant(''),
  fc.constantFrom('?format=pretix', '?format=manifest', '?limit=-1'),
  word.map((text) => `?${encode(text)}=${encode(text)}`),
)

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** A status of a server that understood: never a 5xx. Health may say that its providers, which do not run here, are down. */
async function knock({ method, path, token }: Operation, sent: Parameters<typeof callApi>[2], asked: string) {
  const response = await callApi(method, `${path}${asked}`, { token, ...sent })
  expect(response.status, `${method} ${path}${asked}: ${await response.clone().text()}`).toBeLessThan(500)
}

describe('whatever is sent', () => {
  it('to whichever operation, it is never a fault of ours', async () => {
    const busy = operations.filter(({ path }) => path !== '/sessions')
    expect(busy.length).toBeGreaterThan(30)
    for (const operation of busy) {
      const property = fc.asyncProperty(body, contentType, query, async (bytes, type, asked) => {
        const hasBody = operation.method !== 'GET'
        await knock(
          operation,
          hasBody ? { body: bytes as BodyInit, headers: { 'content-type': type } } : {},
          asked,
        )
      })
      await fc.assert(property, { numRuns: hasEffects(operation) ? RUNS : 10 })
    }
  }, 180_000)

  it('as credentials, it is refused', async () => {
    const property = fc.asyncProperty(body, contentType, async (bytes, type) => {
      const sent = { body: bytes as BodyInit, headers: { 'content-type': type } }
      await knock({ method: 'POST', path: '/sessions', token: '' }, sent, '')
    })
    await fc.assert(property, { numRuns: RUNS })
  })

  it('as an id, a label, a slug or a header, it is nobody and nothing', async () => {
    const guest = await openGuest()
    const property = fc.asyncProperty(
      word,
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
      async (text, header) => {
        const part = encode(text) || 'x'
        const headers = {
          'idempotency-key': header.trim() || 'k',
          'x-request-id': header.trim() || 'x',
          'if-none-match': header.trim() || '*',
        }
        for (const [method, path] of [
          ['GET', `/events/${part}`],
          ['GET', `/seat-maps/${part}`],
          ['GET', `/performances/${part}/availability`],
          ['DELETE', `/performances/${newId()}/holds/${part}`],
          ['POST', `/orders/${part}/confirm`],
          ['GET', `/organizers/${part}/events`],
        ] as const) {
          if (part === '.' || part === '..') continue
          await knock({ method, path, token: guest }, { headers }, '')
        }
        await knock({ method: 'GET', path: '/cart', token: header.trim() }, {}, '')
      },
    )
    await fc.assert(property, { numRuns: RUNS })
  }, 60_000)
})

function hasEffects({ method }: Operation): boolean {
  return method === 'POST' || method === 'PATCH'
}
