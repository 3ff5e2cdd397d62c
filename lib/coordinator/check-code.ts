import { tryLimits } from '@/lib/accounts/codes/rules'
import { spendCode } from '@/lib/accounts/codes/store'
import type { CodePurpose } from '@/lib/accounts/codes/types'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'

/**
 * Uses a code up. `bad_code` says no more than that: wrong, over, used, guessed at too often, or never sent.
 * `rate_limited`: this address tries too many, on whatever contacts.
 */
export async function checkCode({
  purpose,
  subject,
  code,
  address,
}: {
  purpose: CodePurpose
  subject: string
  code: string
  /** Where the request came from (`addressOf`). */
  address: string
}): Promise<Result<null, 'bad_code' | 'rate_limited'>> {
  const counted = await countAgainst(tryLimits(address))
  if (!counted.ok) return counted
  return (await spendCode(purpose, subject, code)) ? ok(null) : refuse('bad_code')
}
