import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { readPending } from '@/lib/accounts/pending/session'
import { askForResetAgain, setNewPassword } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.resetCode')
  return { title: t('title'), robots: { index: false } }
}

export default async function ResetCodePage() {
  const email = await readPending('reset')
  if (!email) redirect('/reset-password')
  const t = await getTranslations('account')
  return (
    <AccountPage title={t('resetCode.title')} text={t('resetCode.text', { email })}>
      <AccountForm
        id="reset"
        action={setNewPassword}
        fields={[
          { name: 'code', label: t('code'), isCode: true },
          {
            ...{ name: 'password', label: t('newPassword'), type: 'password', autoComplete: 'new-password' },
            ...{ minLength: 10, maxLength: 200, hint: t('signUp.passwordHint') },
          },
        ]}
        submit={t('resetCode.go')}
      />
      <AccountForm
        id="again"
        action={askForResetAgain}
        fields={[]}
        submit={t('resetCode.again')}
        button={{ variant: 'secondary', size: 'normal' }}
      >
        <Link href="/reset-password" className="link justify-self-start">
          {t('resetCode.other')}
        </Link>
      </AccountForm>
    </AccountPage>
  )
}
