import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { readPending } from '@/lib/accounts/pending/session'
import { confirmEmail } from '../actions'
import { requireContact } from '../require-contact'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.confirm')
  return { title: t('title'), robots: { index: false } }
}

/** Takes the code that was sent to the email the account is to have. */
export default async function ConfirmEmailPage() {
  await requireContact('/account')
  const email = await readPending('email')
  if (!email) redirect('/account')
  const t = await getTranslations('myAccount.confirm')
  return (
    <AccountPage title={t('title')} text={t('email', { email })}>
      <AccountForm
        id="confirm"
        action={confirmEmail}
        fields={[{ name: 'code', label: t('code'), isCode: true }]}
        submit={t('go')}
      >
        <Link href="/account" className="link justify-self-start">
          {t('back')}
        </Link>
      </AccountForm>
    </AccountPage>
  )
}
