import { prisma } from '@/lib/platform/db'
import { verifyPassword } from '../passwords/argon2'
import type { AccountUser } from '../types'
import { credentialsSchema, emailSchema } from './schema'

const VIEW = { id: true, email: true, name: true } as const

/** An account by its id; null where there is none, or none any more. Says nothing of who may see it. */
export function findUser(userId: string): Promise<AccountUser | null> {
  return prisma.user.findUnique({ where: { id: userId, deletedAt: null }, select: VIEW })
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

/** How an account's owner is reached, for commands that write to them. Never shown to anybody else. */
export type Contact = AccountUser & {
  isEmailVerified: boolean
  /** E.164. */
  phone: string | null
  isPhoneVerified: boolean
  hasPassword: boolean
  locale: string
}

/** The account with this email; null where there is none. */
export function findContactByEmail(email: string): Promise<Contact | null> {
  return readContact({ email })
}

/** An account as its owner sees it. */
export function findContact(userId: string): Promise<Contact | null> {
  return readContact({ id: userId })
}

async function readContact(where: { id: string } | { email: string }): Promise<Contact | null> {
  const user = await prisma.user.findUnique({ where: { ...where, deletedAt: null } })
  if (!user) return null
  const { id, email, name, phone, locale } = user
  return {
    ...{ id, email, name, phone, locale },
    isEmailVerified: user.emailVerifiedAt !== null,
    isPhoneVerified: user.phoneVerifiedAt !== null,
    hasPassword: user.passwordHash !== null,
  }
}
