import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { equalSecrets, newId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import {
  CODE_MINUTES,
  codeOf,
  MAX_TRIES,
  MAX_WINDOW_TRIES,
  readCode,
  subjectHashOf,
  WINDOW_HOURS,
} from './rules'
import type { CodePurpose } from './types'

/**
 * Makes a new code for a contact (`codeOf` its nonce), for ten minutes; the one before it opens nothing any more. The
 * tries of the last 24 hours go on counting. Null once they are used up: no code could be tried.
 */
export async function issueCode(tx: Tx, purpose: CodePurpose, subject: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ nonce: string }[]>`
    INSERT INTO code AS c (purpose, subject_hash, nonce, expires_at, window_start)
    VALUES (${purpose}::code_purpose, ${hash(purpose, subject)}, ${newId()}::uuid,
      clock_timestamp() + make_interval(mins => ${CODE_MINUTES}), clock_timestamp())
    ON CONFLICT (purpose, subject_hash) DO UPDATE SET
      nonce = excluded.nonce, expires_at = excluded.expires_at, used_at = NULL, tries = 0,
      window_tries = CASE WHEN c.window_start > excluded.window_start - make_interval(hours => ${WINDOW_HOURS})
        THEN c.window_tries ELSE 0 END,
      window_start = CASE WHEN c.window_start > excluded.window_start - make_interval(hours => ${WINDOW_HOURS})
        THEN c.window_start ELSE excluded.window_start END
    WHERE c.window_tries < ${MAX_WINDOW_TRIES}
      OR c.window_start <= excluded.window_start - make_interval(hours => ${WINDOW_HOURS})
    RETURNING nonce`
  return row?.nonce ?? null
}

/**
 * Uses a code up: true for exactly one of those who bring the right one in time. Each try is counted by one guarded
 * statement before anything is compared, so that no number of guesses at once counts to more than the limits.
 */
export async function spendCode(purpose: CodePurpose, subject: string, typed: string): Promise<boolean> {
  const code = readCode(typed)
  const nonce = code && (await countTry(purpose, subject))
  if (!nonce || !equalSecrets(code, codeOf(purpose, nonce, env.AUTH_SECRET))) return false
  const used = await prisma.$executeRaw`
    UPDATE code SET used_at = clock_timestamp()
    WHERE purpose = ${purpose}::code_purpose AND subject_hash = ${hash(purpose, subject)}
      AND nonce = ${nonce}::uuid AND used_at IS NULL`
  return used === 1
}

/** The nonce a try is made against; null where there is no code to try, or no try left. */
async function countTry(purpose: CodePurpose, subject: string): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ nonce: string }[]>`
    UPDATE code SET tries = tries + 1, window_tries = window_tries + 1
    WHERE purpose = ${purpose}::code_purpose AND subject_hash = ${hash(purpose, subject)}
      AND used_at IS NULL AND expires_at > clock_timestamp()
      AND tries < ${MAX_TRIES} AND window_tries < ${MAX_WINDOW_TRIES}
    RETURNING nonce`
  return row?.nonce ?? null
}

/** Forgets contacts whose codes are over and whose count no longer matters, and sign-ups that came to nothing. */
export async function forgetOldCodes(): Promise<void> {
  await prisma.$executeRaw`
    DELETE FROM code WHERE window_start < clock_timestamp() - make_interval(hours => ${WINDOW_HOURS})
      AND expires_at < clock_timestamp()`
  await prisma.$executeRaw`DELETE FROM sign_up WHERE expires_at < clock_timestamp()`
}

function hash(purpose: CodePurpose, subject: string): string {
  return subjectHashOf(purpose, subject, env.AUTH_SECRET)
}
