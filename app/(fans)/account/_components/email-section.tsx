import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import type { Contact } from '@/lib/accounts/users/queries'
import { askForEmail } from '../email/actions'
import { passwordField } from '../password-field'
import { AccountSection, Fold } from './account-frame'
import { Verified } from './verified'

/** The email of the account, and the way to another one or to proving this one. */
export async function EmailSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount.profile')
  const { email, isEmailVerified } = contact
  const field: FieldSpec = {
    ...{ name: 'email', label: t('newEmail'), type: 'email', autoComplete: 'email', maxLength: 254 },
    ...(isEmailVerified ? {} : { value: email }),
  }
  return (
    <AccountSection title={t('email')} text={<Verified is={isEmailVerified}>{email}</Verified>}>
      <Fold summary={t(isEmailVerified ? 'changeEmail' : 'verifyEmail')}>
        <AccountForm
          id="email"
          action={askForEmail}
          fields={[field, ...(await passwordField(contact))]}
          submit={t('sendCode')}
          button={{ variant: 'secondary', size: 'normal' }}
        />
      </Fold>
    </AccountSection>
  )
}
