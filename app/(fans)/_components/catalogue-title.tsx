import { useTranslations } from 'next-intl'
import { type CatalogueSearch, isFiltered } from '../catalogue-filter'
import { useKindWords } from './kind-words'

/** The marquee on the front page; on a narrowed list, what it was narrowed to. */
export function CatalogueTitle({ search }: { search: CatalogueSearch }) {
  const t = useTranslations('catalogue')
  const nameKind = useKindWords()
  if (!isFiltered(search) && !search.cursor) {
    return (
      <h1 className="display text-3xl">
        <span className="inline-block">{t('titleNight')}</span>{' '}
        <span className="inline-block">{t('titleSeat')}</span>
      </h1>
    )
  }
  return <h1 className="display text-2xl first-letter:uppercase">{narrowedTo(search, t, nameKind)}</h1>
}

function narrowedTo(
  search: CatalogueSearch,
  t: ReturnType<typeof useTranslations<'catalogue'>>,
  nameKind: (category: string) => string,
): string {
  if (search.query) return t('heading.query', { query: search.query })
  if (search.city) return t('heading.city', { city: search.city })
  if (search.category) return nameKind(search.category)
  return search.when === 'any' ? t('heading.page') : t('heading.when')
}
