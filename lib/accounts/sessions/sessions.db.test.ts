import { setTimeout as sleep } from 'node:timers/promises'
import * as argon2 from '@node-rs/argon2'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { newReference } from '@/lib/platform/ids'
import { findCaller } from '../callers/queries'
import { createUser } from '../testing/create-user'
import { takeProvidedUser } from '../users/store'
import {
  checkPassword,
  createGuestSession,
  createPasswordSession,
  createWebSession,
  endSession,
  endWebSession,
} from './store'

// The real hashing, with its calls counted.
vi.mock('@node-rs/argon2', { spy: true })

const PASSWORD = 'correct horse'
let email: string
let userId: string

beforeEach(async () => {
  email = `${newReference(12).toLowerCase()}@example.com`
  const created = await createUser({ name: 'Ada', email, password: PASSWORD })
  if (!created.ok) throw new Error(JSON.stringify(created))
  userId = created.value.id
  vi.clearAllMocks()
})

async function signIn(): Promise<string> {
  const session = await createPasswordSession({ email, password: PASSWORD })
  if (!session.ok) throw new Error(session.code)
  return session.value.token
}

const bearer = (token: string) => findCaller({ authorization: `Bearer ${token}` })

describe('an account', () => {
  it('keeps its password as argon2id with the parameters we chose', async () => {
    const user = await prisma.user.findUniqueOrThrow({ where: { id: userId } })
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('is one per email, however it is spelled and however many sign up at once', async () => {
    const tries = ['Eve@Example.com', 'eve@example.com ', 'EVE@example.com'].map((spelled) =>
      createUser({ name: 'Eve', email: spelled, password: PASSWORD }),
    )
    const results = await Promise.all(tries)
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const refused = { ok: false, code: 'invalid', errors: [{ path: 'email', message: 'taken' }] }
    expect(results.filter((result) => !result.ok)).toEqual([refused, refused])
  })

  it('names each field that is wrong, and stores nothing', async () => {
    const before = await prisma.user.count()
    const result = await createUser({ name: '\0', email: 'nobody', password: 'short' })
    expect(result).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'name' }, { path: 'email' }, { path: 'password' }],
    })
    expect(await prisma.user.count()).toBe(before)
  })

  it('with a password is not shared with whom a provider vouches for while its email is not verified', async () => {
    const squatted = `${newReference(12).toLowerCase()}@example.com`
    await createUser({ name: 'Eve', email: squatted, password: PASSWORD }, null)
    expect(
      await takeProvidedUser({ email: squatted, isVerified: true, name: 'Ada', locale: 'fr' }),
    ).toBeNull()
    expect(await takeProvidedUser({ email, isVerified: true, name: 'Ada', locale: 'fr' })).toMatchObject({
      id: userId,
    })
    expect(await takeProvidedUser({ email, isVerified: false, name: 'Ada', locale: 'fr' })).toBeNull()
  })

  it('of whom a provider vouches for is opened on first use, without a password', async () => {
    const fresh = `${newReference(12).toLowerCase()}@example.com`
    expect(await takeProvidedUser({ email: fresh, isVerified: false, name: 'Eve', locale: 'fr' })).toBeNull()
    const first = await takeProvidedUser({ email: fresh, isVerified: true, name: 'Eve', locale: 'fr' })
    expect(first).toMatchObject({ email: fresh, name: 'Eve' })
    expect(await prisma.user.findUnique({ where: { id: first?.id } })).toMatchObject({ locale: 'fr' })
    expect(
      await takeProvidedUser({ email: fresh.toUpperCase(), isVerified: true, name: 'Eve', locale: 'fr' }),
    ).toEqual(first)
    expect(await createPasswordSession({ email: fresh, password: '' })).toMatchObject({
      code: 'bad_credentials',
    })
  })
})

describe('signing in with a password', () => {
  it('answers a token for thirty days, of which only a hash is kept', async () => {
    const session = await createPasswordSession({ email: ` ${email.toUpperCase()}`, password: PASSWORD })
    expect(session).toMatchObject({ ok: true, value: { user: { id: userId, email, name: 'Ada' } } })
    if (!session.ok) return
    const { token, expiresAt } = session.value
    expect(token).toMatch(/^tbs_[\w-]{43}$/)
    expect((expiresAt.getTime() - Date.now()) / 86_400_000).toBeCloseTo(30, 2)
    expect(JSON.stringify(await prisma.session.findMany())).not.toContain(token.slice(4))
    expect(await bearer(token)).toEqual({ kind: 'user', userId })
  })

  it.each([
    ['wrong password', () => ({ email, password: 'wrong' })],
    ['unknown email', () => ({ email: 'nobody@example.com', password: PASSWORD })],
    ['no email at all', () => ({ email: 'nobody\0', password: PASSWORD })],
    ['endless password', () => ({ email, password: 'x'.repeat(5000) })],
  ])('%s: the same answer for the same work', async (_, credentials) => {
    const before = await prisma.session.count()
    expect(await createPasswordSession(credentials())).toEqual({ ok: false, code: 'bad_credentials' })
    expect(await prisma.session.count()).toBe(before)
    const calls = vi.mocked(argon2.verify).mock.calls
    expect(calls).toHaveLength(1)
    expect(calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(argon2.hash).not.toHaveBeenCalled()
  })

  it('on the web stops after ten tries a minute from one address, before any hashing, and elsewhere goes on', async () => {
    await startOfWindow()
    const attempt = (address: string, password = 'wrong') => checkPassword({ email, password, address })
    const tries = await Promise.all(Array.from({ length: 10 }, () => attempt('192.0.2.1')))
    for (const one of tries) expect(one).toEqual({ ok: false, code: 'bad_credentials' })
    vi.clearAllMocks()
    expect(await attempt('192.0.2.1', PASSWORD)).toMatchObject({ ok: false, code: 'rate_limited' })
    expect(argon2.verify).not.toHaveBeenCalled()
    expect(await attempt('192.0.2.2', PASSWORD)).toMatchObject({ ok: true, value: { id: userId } })
  })
})

/** Windows are whole minutes: waits for the next where this one is about to end, so that a count is not cut in two. */
async function startOfWindow(): Promise<void> {
  const leftMs = 60_000 - (Date.now() % 60_000)
  if (leftMs < 6_000) await sleep(leftMs + 50)
}

describe('a session', () => {
  it('of a guest is someone new each time', async () => {
    const [one, two] = [
      await createGuestSession(),
      await createGuestSession({ userAgent: 'x\0'.repeat(400) }),
    ]
    expect(one.user).toBeNull()
    const callers = [await bearer(one.token), await bearer(two.token)]
    expect(callers).toMatchObject([{ kind: 'guest' }, { kind: 'guest' }])
    expect(callers[0]).not.toEqual(callers[1])
  })

  it('is over once it is ended, and another of the same person is not', async () => {
    const [token, other] = [await signIn(), await signIn()]
    expect(await endSession(token)).toBe(true)
    expect(await bearer(token)).toEqual({ kind: 'anonymous' })
    expect(await endSession(token)).toBe(false)
    expect(await bearer(other)).toEqual({ kind: 'user', userId })
  })

  it('is over when its time is', async () => {
    const token = await signIn()
    await prisma.session.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await bearer(token)).toEqual({ kind: 'anonymous' })
    expect(await endSession(token)).toBe(false)
  })

  it('on the web counts by its row, remembers the guest, and ends with it', async () => {
    const { guestId } = (await bearer((await createGuestSession()).token)) as { guestId: string }
    const { id } = await createWebSession({ userId, guestId })
    const caller = () => findCaller({ authorization: null, userSession: id })
    expect(await caller()).toEqual({ kind: 'user', userId, guestId })
    expect(await endWebSession(id)).toBe(true)
    expect(await caller()).toEqual({ kind: 'anonymous' })
  })
})
