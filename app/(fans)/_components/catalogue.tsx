import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { CategoryChoice, CityChoice, EventCard } from '@/lib/events/types'
import type { Page } from '@/lib/platform/page'
import { type CatalogueSearch, isFiltered, toHref } from '../catalogue-filter'
import { CatalogueTitle } from './catalogue-title'
import { EventMonths } from './event-months'
import { FilterSentence } from './filter-sentence'

type Props = {
  search: CatalogueSearch
  page: Page<EventCard>
  cities: CityChoice[]
  categories: CategoryChoice[]
}

/** The front page: marquee, sentence, programme. */
export function Catalogue({ search, page, cities, categories }: Props) {
  const t = useTranslations('catalogue')
  return (
    <div className="wrap grid gap-10 pt-10 sm:pt-14 lg:gap-14">
      <div className="grid gap-8">
        <CatalogueTitle search={search} />
        <FilterSentence search={search} cities={cities} categories={categories} />
      </div>
      {page.items.length > 0 ? <EventMonths events={page.items} /> : <NothingOn search={search} />}
      <Pagination
        label={t('pages.label')}
        first={
          search.cursor ? { href: toHref({ ...search, cursor: '' }), text: t('pages.first') } : undefined
        }
        next={
          page.nextCursor
            ? { href: toHref({ ...search, cursor: page.nextCursor }), text: t('pages.next') }
            : undefined
        }
      />
    </div>
  )
}

function NothingOn({ search }: { search: CatalogueSearch }) {
  const t = useTranslations('catalogue')
  if (!isFiltered(search)) return <EmptyState title={t('empty.none')}>{t('empty.noneText')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        <Link href="/" className={buttonStyle({ variant: 'secondary' })}>
          {t('filter.clear')}
        </Link>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
