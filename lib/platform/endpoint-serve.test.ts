import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { defineEndpoint } from './endpoint'
import { serve } from './endpoint-serve'
import { ok, type Result, refuse } from './result'

const endpoint = defineEndpoint({
  method: 'POST',
  path: '/things/{id}/parts/{label}',
  tag: 'Things',
  summary: 'Make a part',
  access: 'customer',
  query: z.object({ size: z.coerce.number().int().min(1).optional() }),
  body: {
    kind: 'json',
    schema: z.strictObject({ name: z.string().trim().min(1), tags: z.array(z.string()).optional() }),
  },
  answer: {
    status: 201,
    description: 'Made.',
    schema: z.strictObject({ label: z.string(), name: z.string() }),
  },
  errors: ['sold_out'],
})

const id = '01936f5e-7b1c-7c3a-9d41-5e8f2a6b7c80'
const somebody = async () => ok({ name: 'user:1', who: 'user' })
const door = serve(endpoint, somebody, async ({ params, body }) =>
  ok({ label: params.label, name: body.name }),
)

function ask(path: string, body: unknown = { name: ' x ' }, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(`http://localhost/api/v1${path}`, {
    ...{ method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } },
  })
}

async function refusalOf(response: Response) {
  const problem = (await response.json()) as { code: string; errors?: { path: string; message: string }[] }
  return { status: response.status, code: problem.code, paths: problem.errors?.map((issue) => issue.path) }
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

describe('an endpoint', () => {
  it('answers with what its handler made of path and body, for nobody else to keep', async () => {
    const response = await door(ask(`/things/${id}/parts/A%2F1%20%C3%A9?size=2`))
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ label: 'A/1 é', name: 'x' })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['an id that is none', `/things/1/parts/a`],
    ['a path that is not encoded right', `/things/${id}/parts/%ff`],
    ['NUL in a path', `/things/${id}/parts/%00`],
    ['another path', `/things/${id}/parts/a/b`],
  ])('knows nothing of %s', async (_, path) => {
    expect(await refusalOf(await door(ask(path)))).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('names every field that is wrong, also those it does not know', async () => {
    const response = await door(ask(`/things/${id}/parts/a`, { name: ' ', tags: [1, 'b'], colour: 'red' }))
    expect(await refusalOf(response)).toEqual({
      status: 422,
      code: 'invalid',
      paths: ['name', 'tags[0]', 'colour'],
    })
  })

  it.each([
    ['a value that cannot be', 'size=0', 'size'],
    ['a name it does not know', 'sise=1', 'sise'],
    ['a name given twice', 'size=1&size=2', 'size'],
    ['NUL', 'size=%00', 'size'],
  ])('names what is wrong with a query: %s', async (_, query, path) => {
    const response = await door(ask(`/things/${id}/parts/a?${query}`))
    expect(await refusalOf(response)).toEqual({ status: 422, code: 'invalid', paths: [path] })
  })

  it('refuses by RFC 9457, with a stable code, where it is explained, and the id of the request', async () => {
    const refusing = serve(endpoint, somebody, async () => refuse('sold_out', { seats: ['a'] }))
    const response = await refusing(ask(`/things/${id}/parts/a`, undefined, { 'x-request-id': 'mine-1234' }))
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('x-request-id')).toBe('mine-1234')
    expect(await response.json()).toEqual({
      type: 'http://localhost:3000/developers#error-sold_out',
      title: 'Not enough seats together',
      status: 409,
      code: 'sold_out',
      detail: 'Not enough seats together',
      requestId: 'mine-1234',
      seats: ['a'],
    })
  })

  it('tells who it does not know before it tells what is wrong', async () => {
    const nobody = serve(
      endpoint,
      async (): Promise<Result<never>> => refuse('unauthenticated'),
      async () => refuse('sold_out'),
    )
    const response = await nobody(ask(`/things/${id}/parts/a`, 'not json'))
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await refusalOf(response)).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  it('is unavailable, with when to come back and no word why, where its handler breaks', async () => {
    const breaking = serve(endpoint, somebody, async () => {
      throw new Error('password of the database')
    })
    const response = await breaking(ask(`/things/${id}/parts/a`))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.text()).not.toContain('password')
    expect(vi.mocked(console.error).mock.calls[0]?.[0]).toContain('password of the database')
  })

  it('breaks outside production where it answers what its document does not say', async () => {
    const extra = serve(endpoint, somebody, async () =>
      ok({ label: 'a', name: 'b', secret: 1 } as { label: string; name: string }),
    )
    expect((await extra(ask(`/things/${id}/parts/a`))).status).toBe(503)
    const undocumented = serve(endpoint, somebody, async () => refuse('cart_empty'))
    expect((await undocumented(ask(`/things/${id}/parts/a`))).status).toBe(503)
  })
})
