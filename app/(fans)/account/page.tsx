import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import { AccountFrame } from './_components/account-frame'
import { EmailSection } from './_components/email-section'
import { LanguageSection } from './_components/language-section'
import { PhoneSection } from './_components/phone-section'
import { saveName } from './actions'
import { requireContact } from './require-contact'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.profile')
  return { title: t('title'), robots: { index: false } }
}

export default async function ProfilePage() {
  const contact = await requireContact('/account')
  const t = await getTranslations('myAccount.profile')
  const value = contact.name
  const name: FieldSpec = { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 100, value }
  return (
    <AccountFrame current="profile" title={t('title')}>
      <AccountForm
        id="name"
        action={saveName}
        fields={[name]}
        submit={t('saveName')}
        button={{ variant: 'secondary', size: 'normal' }}
      />
      <EmailSection contact={contact} />
      <PhoneSection contact={contact} />
      <LanguageSection contact={contact} />
    </AccountFrame>
  )
}
