import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { CategoryChoice, CityChoice } from '@/lib/events/types'
import { readSearch, toHref } from '../catalogue-filter'
import type { Season } from '../season'
import { Bill } from './bill'
import { Board } from './board'
import { EventMonths } from './event-months'
import { FilterSentence } from './filter-sentence'
import { Hero } from './hero'
import { Shelf } from './shelf'

type Props = { season: Season; cities: CityChoice[]; categories: CategoryChoice[] }

const MORE = { tonight: { when: 'today' }, weekend: { when: 'weekend' }, next: { when: 'month' } } as const

/** The front page: what is on, what is nearly gone, what is new, by kind, city and artist, and then the whole programme. */
export function Home({ season, cities, categories }: Props) {
  const t = useTranslations('catalogue')
  const { lead, soon, lastSeats, announced, onSaleSoon, programme, playing } = season
  const filter = <FilterSentence search={readSearch({})} cities={cities} categories={categories} />
  return (
    <div className="grid gap-14 lg:gap-20">
      <Hero lead={lead}>{filter}</Hero>
      <Shelf
        title={t(`shelf.${soon.when}`)}
        events={soon.items}
        more={{ href: toHref(MORE[soon.when]), text: t(`shelf.${soon.when}All`) }}
      />
      <div className="wrap grid gap-x-12 gap-y-14 empty:hidden lg:grid-cols-2">
        <Board title={t('shelf.lastSeats')} events={lastSeats} />
        <Board title={t('shelf.onSaleSoon')} events={onSaleSoon} />
      </div>
      <Bill cities={cities} categories={categories} artists={playing} />
      <Shelf title={t('shelf.announced')} events={announced} />
      <section aria-labelledby="programme" className="wrap grid gap-10">
        <h2 id="programme" className="sr-only">
          {t('programme')}
        </h2>
        {programme.items.length > 0 ? (
          <EventMonths events={programme.items} priority={false} />
        ) : (
          <EmptyState title={t('empty.none')}>{t('empty.noneText')}</EmptyState>
        )}
        <Pagination
          label={t('pages.label')}
          next={
            programme.nextCursor
              ? { href: toHref({ cursor: programme.nextCursor }), text: t('pages.next') }
              : undefined
          }
        />
      </section>
    </div>
  )
}
