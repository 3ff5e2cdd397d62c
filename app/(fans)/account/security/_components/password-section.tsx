import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import type { Contact } from '@/lib/accounts/users/queries'
import { AccountSection } from '../../_components/account-frame'
import { passwordField } from '../../password-field'
import { saveNewPassword } from '../actions'

/** A new password against the old one; an account without one chooses its first by a code. */
export async function PasswordSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount.security')
  const field: FieldSpec = {
    ...{ name: 'newPassword', label: t('newPassword'), type: 'password' },
    ...{ autoComplete: 'new-password', minLength: 10, maxLength: 200, hint: t('passwordHint') },
  }
  return (
    <AccountSection title={t('password')}>
      {contact.hasPassword ? (
        <AccountForm
          id="password"
          action={saveNewPassword}
          fields={[...(await passwordField(contact)), field]}
          submit={t('savePassword')}
          button={{ variant: 'secondary', size: 'normal' }}
        />
      ) : (
        <p>
          {t('noPassword')}{' '}
          <Link href="/reset-password" className="link">
            {t('choosePassword')}
          </Link>
        </p>
      )}
    </AccountSection>
  )
}
