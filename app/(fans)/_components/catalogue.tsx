import { useTranslations } from 'next-intl'
import { SearchForm } from '@/components/site/search-form'
import { Pagination } from '@/components/ui/pagination'
import type { Finding, WayOn } from '@/lib/events/finding/types'
import type { CategoryChoice, CityChoice } from '@/lib/events/types'
import { type CatalogueSearch, toHref } from '../catalogue-filter'
import { CatalogueTitle } from './catalogue-title'
import { EventGrid } from './event-grid'
import { EventMonths } from './event-months'
import { FilterSentence } from './filter-sentence'
import { FoundArtists } from './found-artists'
import { NothingOn } from './nothing-on'

type Props = {
  search: CatalogueSearch
  found: Finding
  /** Where to go instead, when nothing was found. */
  wayOn: WayOn | null
  cities: CityChoice[]
  categories: CategoryChoice[]
}

/** What fits a search: its heading, the sentence to change it, artists of that name, the events; or where to look instead. */
export function Catalogue({ search, found, wayOn, cities, categories }: Props) {
  const t = useTranslations('catalogue')
  return (
    <div className="wrap grid gap-10 pt-10 sm:pt-14 lg:gap-14">
      <div className="grid gap-6">
        <CatalogueTitle search={search} />
        {search.query && <SearchForm id="search-again" query={search.query} className="max-w-xl" />}
        <Corrected
          corrections={found.items.length > 0 || found.artists.length > 0 ? found.corrections : []}
        />
        <FilterSentence search={search} cities={cities} categories={categories} />
      </div>
      <FoundArtists artists={found.artists} />
      {found.items.length === 0 && <NothingOn search={search} wayOn={wayOn} />}
      {found.items.length > 0 &&
        (search.query ? <EventGrid events={found.items} /> : <EventMonths events={found.items} />)}
      <Pagination
        label={t('pages.label')}
        first={
          search.cursor ? { href: toHref({ ...search, cursor: '' }), text: t('pages.first') } : undefined
        }
        next={
          found.nextCursor
            ? { href: toHref({ ...search, cursor: found.nextCursor }), text: t('pages.next') }
            : undefined
        }
      />
    </div>
  )
}

/** A slip is forgiven, and said: the visitor may have meant it. */
function Corrected({ corrections }: { corrections: Finding['corrections'] }) {
  const t = useTranslations('catalogue.corrected')
  if (corrections.length === 0) return null
  return (
    <div role="status" className="text-lg text-muted">
      {corrections.map(({ typed, meant }) => (
        <p key={typed}>
          {t.rich('text', {
            typed,
            meant: meant.join(', '),
            strong: (words) => <strong className="font-semibold text-ink">{words}</strong>,
          })}
        </p>
      ))}
    </div>
  )
}
