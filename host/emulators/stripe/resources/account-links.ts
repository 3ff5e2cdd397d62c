import { z } from 'zod'
import { httpUrl, text } from '../http/params'
import { randomToken } from '../ids'
import type { Turn } from '../turn'

const VALID_SECONDS = 5 * 60

export const linkParams = z.strictObject({
  account: text,
  refresh_url: httpUrl,
  return_url: httpUrl,
  type: z.enum(['account_onboarding', 'account_update']),
  collection_options: z
    .strictObject({
      fields: z.enum(['currently_due', 'eventually_due']).optional(),
      future_requirements: z.enum(['include', 'omit']).optional(),
    })
    .optional(),
})

/** A link to the onboarding page: good for five minutes, and for being opened once, as Stripe's are. */
export function createAccountLink(turn: Turn, params: z.output<typeof linkParams>) {
  const token = randomToken(24)
  const expiresAt = turn.now + VALID_SECONDS
  turn.tables.accountLinks.set(token, {
    token,
    account: params.account,
    expiresAt,
    used: false,
    returnUrl: params.return_url,
    refreshUrl: params.refresh_url,
  })
  const url = `${turn.publicUrl}/connect/onboarding/${token}`
  return { object: 'account_link', created: turn.now, expires_at: expiresAt, url }
}
