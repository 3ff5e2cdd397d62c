import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import { formatPhone } from '@/lib/accounts/phones/rules'
import type { Contact } from '@/lib/accounts/users/queries'
import { passwordField } from '../password-field'
import { askForPhone, forgetPhone } from '../phone/actions'
import { AccountSection, Fold } from './account-frame'
import { Verified } from './verified'

/** The phone of the account, if any, and the ways to add, prove, change and remove it. */
export async function PhoneSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount.profile')
  const { phone, isPhoneVerified } = contact
  const given = phone && formatPhone(phone)
  const password = await passwordField(contact)
  const field: FieldSpec = {
    ...{ name: 'phone', label: t('newPhone'), type: 'tel', autoComplete: 'tel', maxLength: 40 },
    ...{ hint: t('phoneHint'), ...(given && !isPhoneVerified ? { value: given } : {}) },
  }
  const change = given ? (isPhoneVerified ? 'changePhone' : 'verifyPhone') : 'addPhone'
  return (
    <AccountSection
      title={t('phone')}
      text={given ? <Verified is={isPhoneVerified}>{given}</Verified> : t('noPhone')}
    >
      <Fold summary={t(change)}>
        <AccountForm
          id="phone"
          action={askForPhone}
          fields={[field, ...password]}
          submit={t('sendCode')}
          button={{ variant: 'secondary', size: 'normal' }}
        />
      </Fold>
      {given && (
        <Fold summary={t('removePhone')}>
          <AccountForm
            id="remove-phone"
            action={forgetPhone}
            fields={password}
            submit={t('removePhoneGo')}
            button={{ variant: 'danger', size: 'normal' }}
          />
        </Fold>
      )}
    </AccountSection>
  )
}
