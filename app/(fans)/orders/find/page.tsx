import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/site/client-messages'
import { FindForm } from './_components/find-form'
import { findOrder } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('findOrder')
  return { title: t('title'), robots: { index: false } }
}

/** For whoever has an order's reference and email, but neither its link nor this browser's history. */
export default async function FindOrderPage() {
  const t = await getTranslations('findOrder')
  return (
    <div className="wrap grid max-w-xl gap-8 pt-8 pb-16 lg:pt-12">
      <header className="grid gap-3">
        <h1 className="display text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('text')}</p>
      </header>
      <ClientMessages namespaces={['findOrder']}>
        <FindForm find={findOrder} />
      </ClientMessages>
    </div>
  )
}
