import { afterEach, expect, test } from 'vitest'
import { type Listening, serveFetch } from './fetch-server'
import { findHotDoor, type HotDoor } from './hot-doors'

const table: HotDoor[] = [
  {
    method: 'POST',
    path: /^\/api\/v1\/performances\/(?<id>[^/]+)\/holds$/,
    answer: async (request, { id }) => Response.json({ id, body: await request.text() }, { status: 201 }),
  },
]
let listening: Listening | undefined
afterEach(() => listening?.close())

test('a hot door answers its own method and path, with its parameters', async () => {
  listening = await serveFetch((request) => {
    const door = findHotDoor(request.method, new URL(request.url).pathname, table)
    return door ? door(request) : new Response('Next', { status: 404 })
  }, 0)
  const hold = await fetch(`${listening.url}/api/v1/performances/p1/holds`, { method: 'POST', body: '{}' })
  expect({ status: hold.status, body: await hold.json() }).toEqual({
    status: 201,
    body: { id: 'p1', body: '{}' },
  })
  expect((await fetch(`${listening.url}/api/v1/performances/p1/holds`)).status).toBe(404)
})

test('a query does not hide a door, and a longer path is another', () => {
  expect(findHotDoor('POST', '/api/v1/performances/p1/holds?x=1', table)).not.toBeNull()
  expect(findHotDoor('POST', '/api/v1/performances/p1/holds/12-5-17', table)).toBeNull()
})

test('a path that cannot be decoded is malformed, not a fault of ours', async () => {
  const answer = await findHotDoor('GET', '/events/%ff', table)?.(new Request('http://localhost/events/%ff'))
  expect(answer?.status).toBe(400)
  expect(await answer?.json()).toMatchObject({ code: 'malformed' })
})
