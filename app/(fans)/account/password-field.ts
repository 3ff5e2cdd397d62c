import { getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/account/types'
import type { Contact } from '@/lib/accounts/users/queries'

/** What makes sure it is the owner who asks; nothing where the account has no password. */
export async function passwordField({ hasPassword }: Contact): Promise<FieldSpec[]> {
  if (!hasPassword) return []
  const t = await getTranslations('myAccount')
  const label = t('password')
  return [{ name: 'password', label, type: 'password', autoComplete: 'current-password', maxLength: 200 }]
}
