import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GUEST_COOKIE, signGuest } from '@/lib/accounts/guests/rules'
import { createWebSession } from '@/lib/accounts/sessions/store'
import { createUser } from '@/lib/accounts/testing/create-user'
import { makeHouse, makePerformance, must } from '@/lib/coordinator/testing/house'
import { env } from '@/lib/platform/env'
import { callApi, openGuest } from './testing/call-api'
import { read, readProblem } from './testing/read'
import { openRealtime } from './testing/realtime'

const ada = { email: 'ada@example.com', password: 'correct horse battery' }
let performanceId: string
let closeRealtime: () => Promise<void>

beforeAll(async () => {
  closeRealtime = await openRealtime()
  must(await createUser({ name: 'Ada', ...ada }))
  performanceId = await makePerformance(await makeHouse())
})

afterAll(() => closeRealtime())

const signIn = (json: object, token?: string, address: string = randomUUID()) =>
  callApi('POST', '/sessions', {
    json: { kind: 'password', ...json },
    token,
    headers: { 'x-forwarded-for': address },
  })

describe('POST /sessions', () => {
  it('makes a guest, whose token opens a cart', async () => {
    const session = await read(await callApi('POST', '/sessions', { json: { kind: 'guest' } }), 201)
    expect(session).toEqual({
      token: expect.stringMatching(/^tbs_/),
      expiresAt: expect.any(String),
      user: null,
    })
    const cart = await read(await callApi('GET', '/cart', { token: session.token }))
    expect(cart).toEqual({ holds: [], total: null, totals: [], expiresAt: null })
  })

  it('signs a person in', async () => {
    const session = await read(await signIn({ ...ada, email: ' ADA@example.com' }), 201)
    expect(session.user).toEqual({ id: expect.any(String), email: ada.email, name: 'Ada' })
  })

  it('takes the cart of the guest they were along', async () => {
    const guest = await openGuest()
    const holds = `/performances/${performanceId}/holds`
    await read(await callApi('POST', holds, { token: guest, json: { seats: ['Left-1-1'] } }), 201)
    const { token } = await read(await signIn(ada, guest), 201)
    const cart = await read(await callApi('GET', '/cart', { token }))
    expect(cart.holds[0]?.seats[0]?.label).toBe('Left-1-1')
    expect((await read(await callApi('GET', '/cart', { token: guest }))).holds).toEqual([])
  })

  it('says of wrong credentials only that, whoever there is', async () => {
    const wrong = await readProblem(await signIn({ ...ada, password: 'wrong' }), 401, 'bad_credentials')
    const unknown = await readProblem(
      await signIn({ ...ada, email: 'nobody@example.com' }),
      401,
      'bad_credentials',
    )
    const malformed = await readProblem(await signIn({ ...ada, email: '' }), 401, 'bad_credentials')
    const words = ({ title, detail }: typeof wrong) => [title, detail]
    expect(words(unknown)).toEqual(words(wrong))
    expect(words(malformed)).toEqual(words(wrong))
  })

  it('limits the tries on one account from one address, and says when to come back', async () => {
    const tries = async () => (await signIn({ ...ada, password: 'guess' }, undefined, '10.1.1.1')).status
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1) statuses.push(await tries())
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    const limited = await signIn(ada, undefined, '10.1.1.1')
    await readProblem(limited, 429, 'rate_limited')
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(ada, undefined, '10.1.1.2')).status).toBe(201)
  })

  it.each([
    [{}, 'kind'],
    [{ kind: 'root' }, 'kind'],
    [{ kind: 'password', email: 'a' }, 'password'],
    [{ kind: 'password', email: 1, password: 'x' }, 'email'],
    [{ kind: 'guest', admin: true }, 'admin'],
  ])('names what is wrong with %j', async (json, path) => {
    const problem = await readProblem(await callApi('POST', '/sessions', { json }), 422, 'invalid')
    expect(problem.errors.map((issue) => issue.path)).toContain(path)
  })

  it('cannot read what is no JSON, or too much of it', async () => {
    const headers = { 'content-type': 'application/json' }
    await readProblem(await callApi('POST', '/sessions', { body: '{"kind":', headers }), 400, 'malformed')
    await readProblem(await callApi('POST', '/sessions', { body: 'kind=guest' }), 400, 'malformed')
    const large = ' '.repeat(70_000)
    await readProblem(await callApi('POST', '/sessions', { body: large, headers }), 413, 'too_large')
  })
})

describe('DELETE /sessions/current', () => {
  it('ends the token at once', async () => {
    const token = await openGuest()
    expect((await callApi('DELETE', '/sessions/current', { token })).status).toBe(204)
    await readProblem(await callApi('GET', '/cart', { token }), 401, 'unauthenticated')
    await readProblem(await callApi('DELETE', '/sessions/current', { token }), 401, 'unauthenticated')
  })
})

describe('DELETE /sessions/current from a browser', () => {
  it('ends the session of its cookie, when a page of ours asks', async () => {
    const { user } = await read(await signIn(ada), 201)
    const { id: sid } = await createWebSession({ userId: user?.id ?? '' })
    const sealed = await encode({ token: { sid }, secret: env.AUTH_SECRET, maxAge: 60 })
    const cookie = `next-auth.session-token=${sealed}`
    const end = (site: string) =>
      callApi('DELETE', '/sessions/current', { headers: { cookie, 'sec-fetch-site': site } })
    await readProblem(await end('cross-site'), 401, 'unauthenticated')
    expect((await end('same-origin')).status).toBe(204)
    await readProblem(await end('same-origin'), 401, 'unauthenticated')
  })
})

describe('who asks', () => {
  it.each([undefined, 'nonsense', `tbs_${'x'.repeat(43)}`, `tb_live_${'x'.repeat(43)}`])(
    'is nobody with the token %s',
    async (token) => {
      await readProblem(await callApi('GET', '/cart', { token }), 401, 'unauthenticated')
    },
  )

  const cookie = () => `${GUEST_COOKIE}=${signGuest(randomUUID(), env.AUTH_SECRET)}`
  const release = (headers: Record<string, string>) =>
    callApi('DELETE', `/performances/${performanceId}/holds`, { headers: { cookie: cookie(), ...headers } })

  it("is a browser's guest by their cookie, where a page of ours asked", async () => {
    await read(await callApi('GET', '/cart', { headers: { cookie: cookie() } }))
    const byLink = { cookie: cookie(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    await read(await callApi('GET', '/cart', { headers: byLink }))
    await read(await release({ 'sec-fetch-site': 'same-origin' }))
    await read(await release({ origin: 'http://localhost:3000' }))
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling domain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a page that hides itself', { origin: 'null' }],
    ['nobody knows who', {}],
  ])('is nobody by a cookie that %s sent along', async (_, headers) => {
    await readProblem(await release(headers as Record<string, string>), 401, 'unauthenticated')
  })

  it('is nobody by a forged cookie', async () => {
    const forged = `${GUEST_COOKIE}=${signGuest(randomUUID(), 'another secret of thirty-two letters')}`
    await readProblem(await callApi('GET', '/cart', { headers: { cookie: forged } }), 401, 'unauthenticated')
  })
})
