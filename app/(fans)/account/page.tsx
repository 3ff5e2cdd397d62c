import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import { Badge } from '@/components/ui/badge'
import { formatPhone } from '@/lib/accounts/phones/rules'
import type { Contact } from '@/lib/accounts/users/queries'
import { LOCALES } from '@/lib/i18n/locales'
import { AccountFrame, AccountSection, Fold } from './_components/account-frame'
import { askForEmail, askForPhone, forgetPhone, saveLanguage, saveName } from './actions'
import { passwordField } from './password-field'
import { requireContact } from './require-contact'

const SECONDARY = { variant: 'secondary', size: 'normal' } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.profile')
  return { title: t('title'), robots: { index: false } }
}

export default async function ProfilePage() {
  const contact = await requireContact('/account')
  const t = await getTranslations('myAccount')
  const name: FieldSpec = {
    ...{ name: 'name', label: t('profile.name'), autoComplete: 'name' },
    ...{ maxLength: 100, value: contact.name },
  }
  return (
    <AccountFrame current="profile" title={t('profile.title')}>
      <AccountForm
        id="name"
        action={saveName}
        fields={[name]}
        submit={t('profile.saveName')}
        button={SECONDARY}
      />
      <EmailSection contact={contact} />
      <PhoneSection contact={contact} />
      <AccountSection title={t('profile.language')} text={t('profile.languageText')}>
        <AccountForm
          id="language"
          action={saveLanguage}
          fields={[await languageField(contact)]}
          submit={t('profile.saveLanguage')}
          button={SECONDARY}
        />
      </AccountSection>
    </AccountFrame>
  )
}

async function languageField({ locale }: Contact): Promise<FieldSpec> {
  const t = await getTranslations('myAccount.profile')
  const options = LOCALES.map((each): [string, string] => [
    each,
    new Intl.DisplayNames(each, { type: 'language' }).of(each) ?? each,
  ])
  return { name: 'locale', label: t('language'), options, value: locale }
}

async function EmailSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount')
  const email: FieldSpec = {
    ...{ name: 'email', label: t('profile.newEmail'), type: 'email', autoComplete: 'email', maxLength: 254 },
    ...(contact.isEmailVerified ? {} : { value: contact.email }),
  }
  return (
    <AccountSection
      title={t('profile.email')}
      text={<Verified is={contact.isEmailVerified}>{contact.email}</Verified>}
    >
      <Fold summary={t(contact.isEmailVerified ? 'profile.changeEmail' : 'profile.verifyEmail')}>
        <AccountForm
          id="email"
          action={askForEmail}
          fields={[email, ...(await passwordField(contact))]}
          submit={t('profile.sendCode')}
          button={SECONDARY}
        />
      </Fold>
    </AccountSection>
  )
}

async function PhoneSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount')
  const { phone, isPhoneVerified } = contact
  const given = phone && formatPhone(phone)
  const password = await passwordField(contact)
  const field: FieldSpec = {
    ...{ name: 'phone', label: t('profile.newPhone'), type: 'tel', autoComplete: 'tel', maxLength: 40 },
    ...{ hint: t('profile.phoneHint'), ...(given && !isPhoneVerified ? { value: given } : {}) },
  }
  const change = given ? (isPhoneVerified ? 'changePhone' : 'verifyPhone') : 'addPhone'
  return (
    <AccountSection
      title={t('profile.phone')}
      text={given ? <Verified is={isPhoneVerified}>{given}</Verified> : t('profile.noPhone')}
    >
      <Fold summary={t(`profile.${change}`)}>
        <AccountForm
          id="phone"
          action={askForPhone}
          fields={[field, ...password]}
          submit={t('profile.sendCode')}
          button={SECONDARY}
        />
      </Fold>
      {given && (
        <Fold summary={t('profile.removePhone')}>
          <AccountForm
            id="remove-phone"
            action={forgetPhone}
            fields={password}
            submit={t('profile.removePhoneGo')}
            button={{ variant: 'danger', size: 'normal' }}
          />
        </Fold>
      )}
    </AccountSection>
  )
}

async function Verified({ is, children }: { is: boolean; children: string }) {
  const t = await getTranslations('myAccount.profile')
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink">
      <span className="min-w-0 break-words">{children}</span>
      <Badge tone={is ? 'good' : 'plain'}>{t(is ? 'verified' : 'unverified')}</Badge>
    </span>
  )
}
