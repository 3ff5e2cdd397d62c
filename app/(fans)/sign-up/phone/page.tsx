import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { buttonStyle } from '@/components/ui/button'
import { formatPhone } from '@/lib/accounts/phones/rules'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentUser } from '@/lib/accounts/session'
import { findContact } from '@/lib/accounts/users/queries'
import { sendPhoneCodeAgain, verifySignUpPhone } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.phoneStep')
  return { title: t('title'), robots: { index: false } }
}

export default async function VerifyPhonePage({ searchParams }: Props) {
  const { next: asked, unsent } = await searchParams
  const next = safeNext(asked)
  const user = await currentUser()
  const contact = user && (await findContact(user.id))
  if (!contact?.phone || contact.isPhoneVerified) redirect(next)
  const t = await getTranslations('account')
  const phone = formatPhone(contact.phone)
  const text = unsent === undefined ? t('phoneStep.text', { phone }) : t('phoneStep.unsent', { phone })
  return (
    <AccountPage title={t('phoneStep.title')} text={text}>
      <AccountForm
        id="verify"
        action={verifySignUpPhone}
        hidden={{ next }}
        fields={[{ name: 'code', label: t('code'), isCode: true }]}
        submit={t('phoneStep.go')}
      >
        <Link href={next} className={buttonStyle({ variant: 'quiet' })}>
          {t('phoneStep.later')}
        </Link>
      </AccountForm>
      <AccountForm
        id="again"
        action={sendPhoneCodeAgain}
        fields={[]}
        submit={t('phoneStep.again')}
        button={{ variant: 'secondary', size: 'normal' }}
      />
    </AccountPage>
  )
}
