import { prisma } from '@/lib/platform/db'
import { verifyPassword } from '../passwords/argon2'
import type { AccountUser } from '../types'
import { credentialsSchema, emailSchema } from './schema'

const VIEW = { id: true, email: true, name: true } as const

/** An account by its id; null where there is none. Says nothing of who may see it. */
export function findUser(userId: string): Promise<AccountUser | null> {
  return prisma.user.findUnique({ where: { id: userId }, select: VIEW })
}

/**
 * The account an email and a password open, or null. Unknown email, malformed email, account without a password and
 * wrong password each cost one verification of the same kind.
 */
export async function findUserByPassword(credentials: {
  email: string
  password: string
}): Promise<AccountUser | null> {
  const parsed = credentialsSchema.safeParse(credentials)
  const { password } = parsed.data ?? { password: '' }
  const email = emailSchema.safeParse(parsed.data?.email)
  const user = email.success
    ? await prisma.user.findUnique({ where: { email: email.data }, select: { ...VIEW, passwordHash: true } })
    : null
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  return user && matches ? { id: user.id, email: user.email, name: user.name } : null
}

/** How somebody who cannot sign in is reached. `phone` only where it is verified. */
export type Recovery = AccountUser & { phone: string | null; isEmailVerified: boolean }

/** The account of an email, for commands that write to its owner; null where there is none. Never shown to anybody. */
export async function findRecovery(email: string): Promise<Recovery | null> {
  const user = await prisma.user.findUnique({
    where: { email },
    select: { ...VIEW, phone: true, phoneVerifiedAt: true, emailVerifiedAt: true },
  })
  if (!user) return null
  const { phone, phoneVerifiedAt, emailVerifiedAt, ...view } = user
  return { ...view, phone: phoneVerifiedAt && phone, isEmailVerified: emailVerifiedAt !== null }
}
