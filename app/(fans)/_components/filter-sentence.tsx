import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Button, buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { CategoryChoice, CityChoice } from '@/lib/events/types'
import { type CatalogueSearch, isFiltered, toHref, WHENS } from '../catalogue-filter'
import { useKindWords } from './kind-words'

/** Exact dates are given in their own fields and take the blank's place. */
const NAMED_WHENS = WHENS.filter((when) => when !== 'dates')

type Props = { search: CatalogueSearch; cities: CityChoice[]; categories: CategoryChoice[] }

/** The filters as a sentence to complete: "Show me a concert in Vienna, this weekend." A plain GET form. */
export function FilterSentence({ search, cities, categories }: Props) {
  const t = useTranslations('catalogue')
  const nameKind = useKindWords()
  // Below the marquee it is the second line of the show; below a result's heading it steps back.
  const narrowed = isFiltered(search) || search.cursor !== ''
  return (
    <form action="/" aria-label={t('filter.label')} className="grid gap-4">
      {search.query && <input type="hidden" name="query" value={search.query} />}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <p
          className={cn(
            'display max-w-full text-xl leading-[1.7]!',
            !narrowed && 'sm:text-2xl sm:leading-[1.4]!',
          )}
        >
          {t.rich('sentence', {
            category: () => (
              <Blank name="category" label={t('filter.category')} defaultValue={search.category}>
                <option value="">{t('filter.anything')}</option>
                {categories.map(({ category }) => (
                  <option key={category} value={category}>
                    {nameKind(category)}
                  </option>
                ))}
              </Blank>
            ),
            city: () => (
              <Blank name="city" label={t('filter.city')} defaultValue={search.city}>
                <option value="">{t('filter.anywhere')}</option>
                {cities.map(({ city }) => (
                  <option key={city}>{city}</option>
                ))}
              </Blank>
            ),
            when: () =>
              search.when === 'dates' ? (
                <a href="#exact-dates" className="border-line-strong border-b-2 hover:border-ink">
                  {t('when.dates')}
                </a>
              ) : (
                <Blank name="when" label={t('filter.when')} defaultValue={search.when}>
                  {NAMED_WHENS.map((when) => (
                    <option key={when} value={when}>
                      {t(`when.${when}`)}
                    </option>
                  ))}
                </Blank>
              ),
          })}
        </p>
        <div className="flex flex-wrap gap-2 pb-1">
          <Button type="submit" variant="primary">
            {t('filter.submit')}
          </Button>
          {isFiltered(search) && (
            <Link href="/" prefetch={false} className={buttonStyle({ variant: 'quiet' })}>
              {t('filter.clear')}
            </Link>
          )}
        </div>
      </div>
      <ExactDates search={search} />
    </form>
  )
}

function ExactDates({ search }: { search: CatalogueSearch }) {
  const t = useTranslations('catalogue.filter')
  return (
    <details id="exact-dates" open={search.when === 'dates'} className="group">
      <summary className="inline-flex min-h-9 items-center gap-1 rounded-control font-medium text-muted hover:text-ink">
        {t('exact')}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="mt-2 flex max-w-xl flex-wrap items-end gap-4">
        <Field name="from" label={t('from')} className="min-w-36 flex-1">
          {(control) => <Input type="date" defaultValue={search.from} {...control} />}
        </Field>
        <Field name="to" label={t('to')} className="min-w-36 flex-1">
          {(control) => <Input type="date" defaultValue={search.to} {...control} />}
        </Field>
        {search.when === 'dates' && (
          <Link
            prefetch={false}
            href={toHref({ ...search, from: '', to: '', cursor: '' })}
            className={buttonStyle({ variant: 'quiet' })}
          >
            {t('anyDay')}
          </Link>
        )}
      </div>
    </details>
  )
}

/** A blank in the sentence: a select as wide as its answer, on a line like a form's. */
function Blank({ label, children, className, ...rest }: ComponentProps<'select'> & { label: string }) {
  return (
    <span className="relative inline-block max-w-full">
      <select
        aria-label={label}
        className={cn(
          'field-sizing-content max-w-full appearance-none truncate rounded-none border-line-strong border-b-2 bg-transparent pe-7',
          'font-[inherit] leading-tight tracking-[inherit] transition-colors hover:border-ink',
          '[&>option]:bg-raised [&>option]:font-sans [&>option]:text-base [&>option]:text-ink',
          className,
        )}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute end-0 top-1/2 size-5"
      />
    </span>
  )
}
