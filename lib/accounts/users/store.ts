import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import type { AccountUser } from '../types'
import { emailSchema, nameSchema } from './schema'

const VIEW = { id: true, email: true, name: true } as const

/**
 * The account of someone whom a provider vouches for, opened on first use. Null where the provider has not verified
 * the email, or where its account has a password and an email nobody has verified: whoever chose that one has not proven
 * that the email is theirs, and must not come to share the account.
 */
export async function takeProvidedUser(profile: {
  email: string
  isVerified: boolean
  name: string
  /** Of who signs in; a new account keeps it. */
  locale: string
}): Promise<AccountUser | null> {
  const email = emailSchema.safeParse(profile.email)
  if (!email.success || !profile.isVerified) return null
  const name = nameSchema.safeParse(profile.name)
  const emailVerifiedAt = new Date()
  const data = {
    email: email.data,
    name: name.data ?? email.data,
    passwordHash: null,
    emailVerifiedAt,
    locale: profile.locale,
  }
  const inserted = await insertUser(prisma, data)
  if (inserted) return inserted
  return prisma.user.findFirst({
    where: { email: email.data, OR: [{ passwordHash: null }, { emailVerifiedAt: { not: null } }] },
    select: VIEW,
  })
}

type NewUser = {
  name: string
  email: string
  passwordHash: string | null
  emailVerifiedAt: Date | null
  phone?: string | null
  /** Of its mails. */
  locale: string
}

/** A new account; null where its email has one, also for the later of two at once. */
export async function insertUser(tx: Pick<Tx, 'user'>, data: NewUser): Promise<AccountUser | null> {
  const [user] = await tx.user.createManyAndReturn({
    data: [{ id: newId(), ...data }],
    skipDuplicates: true,
    select: VIEW,
  })
  return user ?? null
}

/** Sets a new password's hash and ends the account's sessions, all but one if told to keep it. */
export async function setPassword(
  tx: Tx,
  { userId, passwordHash, keepSessionId }: { userId: string; passwordHash: string; keepSessionId?: string },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash } })
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keepSessionId ? { id: { not: keepSessionId } } : {}) },
    data: { revokedAt: new Date() },
  })
}

export async function setName(userId: string, name: string): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { name } })
}

/** The language of the account's mails. */
export async function setLocale(userId: string, locale: string): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { locale } })
}

/** Gives an account an email that a code has verified. False where another account has it. */
export async function setVerifiedEmail(tx: Tx, userId: string, email: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "user" SET email = ${email}, email_verified_at = now()
    WHERE id = ${userId}::uuid AND NOT EXISTS (SELECT 1 FROM "user" WHERE email = ${email} AND id <> ${userId}::uuid)`
  return changed === 1
}

/** Gives an account a phone number that a code has verified, or takes the one it has away. */
export async function setVerifiedPhone(tx: Tx, userId: string, phone: string | null): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { phone, phoneVerifiedAt: phone && new Date() } })
}

/** Takes the person out of an account. The row stays, so that its orders have one; nobody can sign in to it again. */
export async function eraseUser(tx: Tx, userId: string): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
  await tx.signUp.deleteMany({ where: { email } })
  await tx.session.deleteMany({ where: { userId } })
  await tx.address.deleteMany({ where: { userId } })
  await tx.follow.deleteMany({ where: { userId } })
  await tx.stripeCustomer.deleteMany({ where: { userId } })
  const gone = { passwordHash: null, phone: null, phoneVerifiedAt: null, emailVerifiedAt: null, locale: 'en' }
  await tx.user.update({
    where: { id: userId },
    data: { ...gone, email: `${userId}@deleted.invalid`, name: 'Deleted account', deletedAt: new Date() },
  })
}
