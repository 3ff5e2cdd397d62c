import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '../ui/cn'
import { controlStyle } from '../ui/input'

/** Searches the catalogue: a plain GET, so that it works before and without JavaScript. `id` keeps two on a page apart. */
export function SearchForm({ id, query, className }: { id: string; query?: string; className?: string }) {
  const t = useTranslations('site')
  return (
    <search className={className}>
      <form action="/" className="relative">
        <label htmlFor={id} className="sr-only">
          {t('search')}
        </label>
        <Search aria-hidden className="pointer-events-none absolute start-3 top-3 size-5 text-muted" />
        <input
          id={id}
          type="search"
          name="query"
          defaultValue={query}
          placeholder={t('searchHint')}
          maxLength={100}
          enterKeyHint="search"
          className={cn(controlStyle, 'h-11 ps-10')}
        />
        <button type="submit" className="sr-only">
          {t('searchGo')}
        </button>
      </form>
    </search>
  )
}
