import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hashPassword } from '../passwords/argon2'
import type { AccountUser } from '../types'
import { emailSchema, nameSchema, type SignUpInput, signUpSchema } from './schema'

/**
 * Opens an account. Refusal `invalid` names each field that is wrong; an email that has an account already is
 * `email`/`taken`, also for the later of two sign-ups at once.
 */
export async function createUser(input: SignUpInput): Promise<Result<AccountUser, 'invalid'>> {
  const parsed = parse(signUpSchema, input)
  if (!parsed.ok) return parsed
  const { name, email, password } = parsed.value
  const passwordHash = await hashPassword(password)
  const user = await insertUser({ name, email, passwordHash })
  return user ? ok(user) : refuse('invalid', { errors: [{ path: 'email', message: 'taken' }] })
}

/**
 * The account of someone whom a provider vouches for, opened on first use. Null where the provider has not verified
 * the email, or where its account has a password: whoever chose that one has not proven that the email is theirs, and
 * must not come to share the account.
 */
export async function takeProvidedUser(profile: {
  email: string
  isVerified: boolean
  name: string
}): Promise<AccountUser | null> {
  const email = emailSchema.safeParse(profile.email)
  if (!email.success || !profile.isVerified) return null
  const name = nameSchema.safeParse(profile.name)
  const data = { email: email.data, name: name.data ?? email.data, passwordHash: null }
  const inserted = await insertUser(data)
  if (inserted) return inserted
  return prisma.user.findFirst({
    where: { email: email.data, passwordHash: null },
    select: { id: true, email: true, name: true },
  })
}

async function insertUser(data: {
  name: string
  email: string
  passwordHash: string | null
}): Promise<AccountUser | null> {
  const [user] = await prisma.user.createManyAndReturn({
    data: [{ id: newId(), ...data }],
    skipDuplicates: true,
    select: { id: true, email: true, name: true },
  })
  return user ?? null
}
