import { createApiKey } from '@/lib/accounts/api-keys/store'
import { hashPassword } from '@/lib/accounts/passwords/argon2'
import type { Role } from '@/lib/accounts/types'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import type { CatalogueOrganizer } from './catalogue/types'

export type SignIn = { role: string; email: string; password: string }

type Member = { name: string; email: string; role: Role }

const FAN = { name: 'Ada Fan', email: 'ada@example.com' }
const MEMBERS: readonly Member[] = [
  { name: 'Olive Owner', email: 'olive@example.com', role: 'owner' },
  { name: 'Max Manager', email: 'max@example.com', role: 'manager' },
  { name: 'Finn Finance', email: 'finn@example.com', role: 'finance' },
  { name: 'Dora Door', email: 'dora@example.com', role: 'door' },
]

/** Adds the organizers and returns their ids by the catalogue's keys. */
export async function seedOrganizers<Key extends string>(
  organizers: Readonly<Record<Key, CatalogueOrganizer>>,
): Promise<Record<Key, string>> {
  const rows = Object.entries<CatalogueOrganizer>(organizers).map(([key, organizer]) => ({
    key,
    data: { ...organizer, id: newId() },
  }))
  await prisma.organizer.createMany({ data: rows.map(({ data }) => data) })
  return Object.fromEntries(rows.map(({ key, data }) => [key, data.id])) as Record<Key, string>
}

/** Adds a fan, and a person of each role who has it with every one of the organizers. Passwords are made up here. */
export async function seedPeople(organizerIds: readonly string[]): Promise<SignIn[]> {
  const fan = await seedUser(FAN)
  const signIns = [{ role: 'fan', ...fan.signIn }]
  for (const member of MEMBERS) {
    const user = await seedUser(member)
    const { role } = member
    await prisma.membership.createMany({
      data: organizerIds.map((organizerId) => ({ organizerId, userId: user.id, role })),
    })
    signIns.push({ role, ...user.signIn })
  }
  return signIns
}

async function seedUser({ name, email }: { name: string; email: string }) {
  const password = newReference(12)
  const { id } = await prisma.user.create({
    data: {
      ...{ id: newId(), name, email, emailVerifiedAt: new Date() },
      passwordHash: await hashPassword(password),
    },
    select: { id: true },
  })
  return { id, signIn: { email, password } }
}

/** A manager's API key of an organizer: this is the only time it can be read. */
export async function seedApiKey(organizerId: string): Promise<string> {
  return (await createApiKey({ organizerId, name: 'Demo' })).key
}
