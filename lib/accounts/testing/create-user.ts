import { prisma } from '@/lib/platform/db'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hashPassword } from '../passwords/argon2'
import type { AccountUser } from '../types'
import { type SignUpInput, signUpSchema } from '../users/schema'
import { insertUser } from '../users/store'

/**
 * For tests: opens an account with a password, its email verified unless told. Refusal `invalid` names each field that is wrong; an email that has an account already is
 * `email`/`taken`, also for the later of two sign-ups at once.
 */
export async function createUser(
  input: Pick<SignUpInput, 'name' | 'email' | 'password'>,
  emailVerifiedAt: Date | null = new Date(),
): Promise<Result<AccountUser, 'invalid'>> {
  const parsed = parse(signUpSchema, input)
  if (!parsed.ok) return parsed
  const { name, email, password } = parsed.value
  const passwordHash = await hashPassword(password)
  const user = await insertUser(prisma, { name, email, passwordHash, emailVerifiedAt, locale: 'en' })
  return user ? ok(user) : refuse('invalid', { errors: [{ path: 'email', message: 'taken' }] })
}
