import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Wordmark } from '@/components/site/mark'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound')
  return { title: t('title') }
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound')
  return (
    <main className="wrap grid grow content-center">
      <Link href="/" className="pt-8 text-xl">
        <Wordmark />
      </Link>
      <EmptyState
        heading="h1"
        title={t('title')}
        actions={
          <Link href="/" className={buttonStyle({ variant: 'primary' })}>
            {t('home')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
