import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptCart } from '@/components/cart/kept-cart'
import { KeptList } from '@/components/orders/kept-list'
import { ClientMessages } from '@/components/site/client-messages'
import { EmptyState } from '@/components/ui/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keptTickets')
  return { title: t('title'), robots: { index: false } }
}

/** What a phone without a signal shows instead of any page: the tickets it has kept. */
export default async function OfflinePage() {
  const t = await getTranslations('keptTickets')
  return (
    <div className="wrap max-w-3xl pb-16">
      <EmptyState heading="h1" title={t('title')} className="pb-8">
        {t('text')}
      </EmptyState>
      <ClientMessages namespaces={['keptTickets']}>
        <div className="grid gap-8">
          <KeptCart />
          <KeptList />
        </div>
      </ClientMessages>
    </div>
  )
}
