import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/account/account-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.deleted')
  return { title: t('title'), robots: { index: false } }
}

export default async function DeletedPage() {
  const t = await getTranslations('myAccount.deleted')
  return (
    <AccountPage title={t('title')} text={t('text')}>
      <Link href="/" className="link justify-self-start">
        {t('home')}
      </Link>
    </AccountPage>
  )
}
