import { encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId, newReference, newSecret } from '@/lib/platform/ids'
import { createApiKey, revokeApiKey } from '../api-keys/store'
import { readGuest, signGuest } from '../guests/rules'
import { authorizeOrganizer, findMembership } from '../memberships/queries'
import { callerOf } from '../session'
import { createGuestSession, createWebSession, endWebSession } from '../sessions/store'
import type { Caller, Role } from '../types'
import { findContact, findUser } from '../users/queries'
import { findCaller } from './queries'

const NOBODY = { kind: 'anonymous' }

async function makeOrganizer() {
  const slug = newReference(12).toLowerCase()
  return prisma.organizer.create({ data: { slug, name: 'House of Tests' }, select: { id: true, slug: true } })
}

async function makeUser(): Promise<string> {
  const email = `${newReference(12).toLowerCase()}@example.com`
  return (await prisma.user.create({ data: { email, name: 'Ada' } })).id
}

describe('an Authorization header', () => {
  it('with a key speaks for its organizer in its role, until the key is revoked by that organizer', async () => {
    const [organizer, other] = [await makeOrganizer(), await makeOrganizer()]
    const { id, key } = await createApiKey({ organizerId: organizer.id, name: 'Box office', role: 'door' })
    const row = await prisma.apiKey.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(key)
    expect(key.startsWith(row.prefix)).toBe(true)
    const caller = () => findCaller({ authorization: `Bearer ${key}` })
    expect(await caller()).toEqual({ kind: 'apiKey', organizerId: organizer.id, role: 'door' })
    expect(await revokeApiKey(other.id, id)).toBe(false)
    expect(await caller()).toMatchObject({ kind: 'apiKey' })
    expect(await revokeApiKey(organizer.id, id)).toBe(true)
    expect(await caller()).toEqual(NOBODY)
  })

  it('that opens nothing is nobody, whatever cookies come along', async () => {
    const guestCookie = signGuest(newId(), env.AUTH_SECRET)
    const { id: userSession } = await createWebSession({ userId: await makeUser() })
    const { token } = await createGuestSession()
    const useless = ['', 'Bearer', 'Bearer ', `Basic ${token}`, token, `Bearer ${newSecret('tbs_')}`]
    const odd = [
      `Bearer ${newSecret('tb_live_')}`,
      `Bearer ${token} x`,
      `Bearer ${token}\0`,
      `Bearer ${userSession}`,
    ]
    for (const authorization of [...useless, ...odd]) {
      expect(await findCaller({ authorization, guestCookie, userSession })).toEqual(NOBODY)
    }
    expect(await findCaller({ authorization: `bearer ${token}` })).toMatchObject({ kind: 'guest' })
  })
})

describe('cookies', () => {
  const request = (cookie: string) => new Request('http://localhost:3000/', { headers: { cookie } })
  const seal = (sid: string, secret: string) => encode({ token: { sid }, secret, maxAge: 60 })

  it('name the user who signed in, before the guest, until their session is ended', async () => {
    const userId = await makeUser()
    const guestId = newId()
    const { id } = await createWebSession({ userId })
    const guest = `tb_guest=${signGuest(guestId, env.AUTH_SECRET)}`
    const cookie = `theme=dark; next-auth.session-token=${await seal(id, env.AUTH_SECRET)}; ${guest}`
    expect(await callerOf(request(cookie))).toEqual({ kind: 'user', userId })
    await endWebSession(id)
    expect(await callerOf(request(cookie))).toEqual({ kind: 'guest', guestId })
  })

  it('sealed with another secret, broken, or naming no session are nobody', async () => {
    const { id } = await createWebSession({ userId: await makeUser() })
    const forged = [await seal(id, newSecret('')), id, 'x.y.z', await seal('not-an-id', env.AUTH_SECRET)]
    for (const value of [...forged, await seal(newId(), env.AUTH_SECRET)]) {
      expect(await callerOf(request(`next-auth.session-token=${value}`))).toEqual(NOBODY)
    }
  })

  it('of an account that is gone are nobody, though a session of it was left: else its pages and sign-in lead in a circle', async () => {
    const userId = await makeUser()
    const session = await createWebSession({ userId })
    const ask = () => findCaller({ authorization: null, userSession: session.id })
    expect(await ask()).toEqual({ kind: 'user', userId })
    await prisma.user.update({ where: { id: userId }, data: { deletedAt: new Date() } })
    expect(await ask()).toEqual(NOBODY)
    expect([await findUser(userId), await findContact(userId)]).toEqual([null, null])
  })

  it("control: with the signature unchecked, anyone who writes a guest's id into the cookie is that guest", async () => {
    const readUnchecked = (cookie: string) => cookie.split('.')[0] ?? null
    const victim = newId()
    const forged = `${victim}.${signGuest(newId(), env.AUTH_SECRET).split('.')[1]}`
    expect(readUnchecked(forged)).toBe(victim)
    expect(readGuest(forged, env.AUTH_SECRET)).toBeNull()
    expect(await callerOf(request(`tb_guest=${forged}`))).toEqual(NOBODY)
  })
})

describe('what organizers do', () => {
  async function check(caller: Caller, slug: string, need: Role) {
    const result = await authorizeOrganizer(caller, slug, need)
    return result.ok ? result.value.organizerId : result.code
  }

  it("is open to members in their role; to others it is as if it did not exist, to who isn't signed in a 401", async () => {
    const [organizer, other] = [await makeOrganizer(), await makeOrganizer()]
    const userId = await makeUser()
    await prisma.membership.create({ data: { userId, organizerId: organizer.id, role: 'manager' } })
    const member: Caller = { kind: 'user', userId }
    expect(await findMembership(userId, organizer.slug)).toEqual({
      organizerId: organizer.id,
      role: 'manager',
    })
    expect(await check(member, organizer.slug, 'manager')).toBe(organizer.id)
    expect(await check(member, organizer.slug, 'door')).toBe(organizer.id)
    expect(await check(member, organizer.slug, 'finance')).toBe('not_found')
    expect(await check(member, other.slug, 'door')).toBe('not_found')
    expect(await check(member, 'nobody', 'door')).toBe('not_found')
    expect(await check(member, `${organizer.slug}\0`, 'door')).toBe('not_found')
    expect(await check({ kind: 'user', userId: await makeUser() }, organizer.slug, 'door')).toBe('not_found')
    expect(await check({ kind: 'guest', guestId: newId() }, organizer.slug, 'door')).toBe('unauthenticated')
    expect(await check({ kind: 'anonymous' }, 'nobody', 'door')).toBe('unauthenticated')
  })

  it('is open to their own key in its role, and to no other', async () => {
    const [organizer, other] = [await makeOrganizer(), await makeOrganizer()]
    const key: Caller = { kind: 'apiKey', organizerId: organizer.id, role: 'manager' }
    expect(await check(key, organizer.slug, 'manager')).toBe(organizer.id)
    expect(await check(key, organizer.slug, 'owner')).toBe('not_found')
    expect(await check(key, other.slug, 'manager')).toBe('not_found')
    expect(await check(key, `${organizer.slug}\0`, 'manager')).toBe('not_found')
  })
})
