import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import type { Contact } from '@/lib/accounts/users/queries'
import { LOCALES } from '@/lib/i18n/locales'
import { saveLanguage } from '../actions'
import { AccountSection } from './account-frame'

/** The language of the account's mails and pages; each is called what its speakers call it. */
export async function LanguageSection({ contact }: { contact: Contact }) {
  const t = await getTranslations('myAccount.profile')
  const options = LOCALES.map((each): [string, string] => [
    each,
    new Intl.DisplayNames(each, { type: 'language' }).of(each) ?? each,
  ])
  const field: FieldSpec = { name: 'locale', label: t('language'), options, value: contact.locale }
  return (
    <AccountSection title={t('language')} text={t('languageText')}>
      <AccountForm
        id="language"
        action={saveLanguage}
        fields={[field]}
        submit={t('saveLanguage')}
        button={{ variant: 'secondary', size: 'normal' }}
      />
    </AccountSection>
  )
}
