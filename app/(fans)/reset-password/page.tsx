import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { askForReset } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset')
  return { title: t('title'), robots: { index: false } }
}

export default async function ResetPasswordPage() {
  const t = await getTranslations('account')
  return (
    <AccountPage title={t('reset.title')} text={t('reset.text')}>
      <AccountForm
        id="reset"
        action={askForReset}
        fields={[
          { name: 'email', label: t('email'), type: 'email', autoComplete: 'username', maxLength: 254 },
        ]}
        submit={t('reset.go')}
      >
        <Link href="/sign-in" className="link justify-self-start">
          {t('reset.back')}
        </Link>
      </AccountForm>
    </AccountPage>
  )
}
