import { prisma } from '@/lib/platform/db'
import { isId, newId } from '@/lib/platform/ids'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { hashPassword } from '../passwords/argon2'
import { parsePhone } from '../phones/rules'
import type { AccountUser } from '../types'
import { type SignUpInput, signUpSchema } from '../users/schema'
import { insertUser } from '../users/store'

/** Codes last ten minutes, but they can be asked for again. */
const SIGN_UP_HOURS = 24

/**
 * Keeps what somebody wants an account with, until they show that the email is theirs. `invalid` names each field that
 * is wrong. Whether the email has an account makes no difference here.
 */
export async function startSignUp(
  input: SignUpInput,
  region: string | null,
): Promise<Result<{ id: string; email: string }, 'invalid'>> {
  const parsed = parse(signUpSchema, input)
  const typedPhone = input.phone?.trim() ?? ''
  const phone = parsePhone(typedPhone, region)
  const phoneIssues = typedPhone && !phone ? [{ path: 'phone', message: 'Not a phone number' }] : []
  if (!parsed.ok || phoneIssues.length > 0) {
    return refuse('invalid', { errors: [...(parsed.ok ? [] : (parsed.errors ?? [])), ...phoneIssues] })
  }
  const { name, email, password } = parsed.value
  const row = { id: newId(), email, name, phone, passwordHash: await hashPassword(password) }
  const expiresAt = new Date(Date.now() + SIGN_UP_HOURS * 3_600_000)
  await prisma.signUp.create({ data: { ...row, expiresAt } })
  return ok({ id: row.id, email })
}

/** The email a sign-up waits for; null where it is over or done. */
export async function findSignUpEmail(id: string): Promise<string | null> {
  if (!isId(id)) return null
  const found = await prisma.signUp.findFirst({ where: { id, expiresAt: { gt: new Date() } } })
  return found?.email ?? null
}

/**
 * Opens the account of a sign-up whose email was verified. Null where it is over or done, or where the email has a
 * verified account by now. An account that had the email without ever verifying it becomes this person's: its password
 * is theirs, and whoever was signed in to it is not any more. `locale` is the language its mails will be in.
 */
export function finishSignUp(id: string, locale: string): Promise<AccountUser | null> {
  return inTransaction(async (tx) => {
    const [signUp] = await tx.signUp.findMany({ where: { id, expiresAt: { gt: new Date() } } })
    if (!signUp) return null
    await tx.signUp.deleteMany({ where: { email: signUp.email } })
    const { email, name, passwordHash, phone } = signUp
    const data = { email, name, passwordHash, phone, locale, emailVerifiedAt: new Date() }
    return (await insertUser(tx, data)) ?? (await takeUnverified(tx, data))
  })
}

async function takeUnverified(
  tx: Tx,
  {
    email,
    ...data
  }: { email: string; name: string; passwordHash: string; locale: string; emailVerifiedAt: Date },
): Promise<AccountUser | null> {
  const [user] = await tx.user.updateManyAndReturn({
    where: { email, emailVerifiedAt: null },
    data: { ...data, phoneVerifiedAt: null },
    select: { id: true, email: true, name: true },
  })
  if (user) await tx.session.deleteMany({ where: { userId: user.id } })
  return user ?? null
}
