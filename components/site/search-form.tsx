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
        <button
          type="submit"
          aria-label={t('searchGo')}
          className="absolute start-0 top-0 grid size-11 place-items-center rounded-control text-muted hover:text-ink"
        >
          <Search aria-hidden className="size-5" />
        </button>
      </form>
    </search>
  )
}
