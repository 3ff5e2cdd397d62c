import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/account/account-page'
import { buttonStyle } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.resetDone')
  return { title: t('title'), robots: { index: false } }
}

export default async function ResetDonePage() {
  const t = await getTranslations('account.resetDone')
  return (
    <AccountPage title={t('title')} text={t('text')}>
      <Link href="/sign-in?next=/" className={buttonStyle({ variant: 'primary', size: 'large' })}>
        {t('signIn')}
      </Link>
    </AccountPage>
  )
}
