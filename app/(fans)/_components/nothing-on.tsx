import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { WayOn } from '@/lib/events/finding/types'
import type { CatalogueSearch } from '../catalogue-filter'
import { EventGrid } from './event-grid'

/** Nothing fits; what nearly does stands below it. */
export function NothingOn({ search, wayOn }: { search: CatalogueSearch; wayOn: WayOn | null }) {
  const t = useTranslations('catalogue.empty')
  if (!wayOn) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  const text = wayOn.dropped === 'all' && search.cursor ? t('noMore') : t('text')
  return (
    <div className="grid gap-8">
      <EmptyState title={t('title')} className="pt-0 pb-4">
        {text}
      </EmptyState>
      <section aria-labelledby="instead" className="grid gap-6 border-ink border-t-2 pt-3">
        <h2 id="instead" className="display text-2xl">
          {t(`instead.${wayOn.dropped}`)}
        </h2>
        <EventGrid events={wayOn.items} />
      </section>
    </div>
  )
}
