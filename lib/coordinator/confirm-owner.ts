import { checkPassword } from '@/lib/accounts/sessions/store'
import { type Contact, findContact } from '@/lib/accounts/users/queries'
import { ok, type Result, refuse } from '@/lib/platform/result'

export type Owned = {
  userId: string
  /** Of the account as it is; not looked at where it has none (who always signs in through a provider). */
  password: string
  /** Where the request came from (`addressOf`). */
  address: string
}

/**
 * Makes sure that who changes an account is not merely somebody at a signed-in browser. Refusals as `checkPassword`;
 * `not_found` where the account is gone.
 */
export async function confirmOwner({
  userId,
  password,
  address,
}: Owned): Promise<Result<Contact, 'bad_credentials' | 'rate_limited' | 'not_found'>> {
  const contact = await findContact(userId)
  if (!contact) return refuse('not_found')
  if (!contact.hasPassword) return ok(contact)
  const checked = await checkPassword({ email: contact.email, password, address })
  return checked.ok ? ok(contact) : checked
}
