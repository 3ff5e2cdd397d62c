import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { readPending } from '@/lib/accounts/pending/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { findSignUpEmail } from '@/lib/accounts/sign-ups/store'
import { sendVerifyEmailAgain, verifyEmail } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.verify')
  return { title: t('title'), robots: { index: false } }
}

export default async function VerifyEmailPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next)
  const email = await findSignUpEmail((await readPending('sign_up')) ?? '')
  if (!email) redirect('/sign-up')
  const t = await getTranslations('account')
  const link = (words: React.ReactNode) => (
    <Link href={{ pathname: '/sign-up', query: { next } }} className="link text-ink">
      {words}
    </Link>
  )
  return (
    <AccountPage title={t('verify.title')} text={t('verify.text', { email })}>
      <AccountForm
        id="verify"
        action={verifyEmail}
        hidden={{ next }}
        fields={[{ name: 'code', label: t('code'), isCode: true }]}
        submit={t('verify.go')}
      />
      <AccountForm
        id="again"
        action={sendVerifyEmailAgain}
        fields={[]}
        submit={t('verify.again')}
        button={{ variant: 'secondary', size: 'normal' }}
      >
        <p className="text-muted">{t.rich('verify.other', { link })}</p>
      </AccountForm>
    </AccountPage>
  )
}
