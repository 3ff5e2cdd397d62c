import { sendLimits } from '@/lib/accounts/codes/rules'
import { issueCode } from '@/lib/accounts/codes/store'
import { enqueue, type JobData } from '@/lib/platform/jobs'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

const DAY_SECONDS = 86_400

export type CodeRequest = Omit<JobData['send-code'], 'nonce'> & {
  /** Where the request came from (`addressOf`). */
  address: string
}

/**
 * Has a code sent, and makes the one before it worthless. Whether anybody gets it is decided later, by the job: for a
 * contact that nobody here knows exactly the same is done and answered, so that neither answer nor time tells who has
 * an account or an order. `rate_limited`: too many were sent to this contact or from this address, or too many guesses
 * were made.
 */
export async function requestCode({
  purpose,
  subject,
  isSignUp,
  address,
  locale,
}: CodeRequest): Promise<Result<null, 'rate_limited'>> {
  const counted = await countAgainst(sendLimits(purpose, subject, address))
  if (!counted.ok) return counted
  const nonce = await inTransaction(async (tx) => {
    const issued = await issueCode(tx, purpose, subject)
    if (issued) await enqueue(tx, 'send-code', { purpose, subject, nonce: issued, isSignUp, locale })
    return issued
  })
  return nonce ? ok(null) : refuse('rate_limited', { retryAfterSeconds: DAY_SECONDS })
}
