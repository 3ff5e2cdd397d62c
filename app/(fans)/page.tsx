import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { findEvents, findWayOn } from '@/lib/events/finding/queries'
import { listCategories, listCities } from '@/lib/events/queries'
import { env } from '@/lib/platform/env'
import { Catalogue } from './_components/catalogue'
import { Home } from './_components/home'
import { isFiltered, readSearch, type SearchParams, toEventFilter } from './catalogue-filter'
import { currentDayWords } from './day-words'
import { readSeason } from './season'

type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = readSearch(await searchParams)
  if (!isFiltered(search) && !search.cursor) return { alternates: { canonical: new URL('/', env.APP_URL) } }
  const t = await getTranslations('catalogue')
  return { title: t('metaFiltered'), robots: { index: false } }
}

/** The front page sells the season; with anything asked, it is the list of what fits. */
export default async function CataloguePage({ searchParams }: Props) {
  const search = readSearch(await searchParams)
  const choices = Promise.all([listCities(), listCategories()])
  if (!isFiltered(search) && !search.cursor) {
    const [season, [cities, categories]] = await Promise.all([readSeason(), choices])
    return <Home season={season} cities={cities} categories={categories} />
  }
  const filter = toEventFilter(search, await currentDayWords())
  const [found, [cities, categories]] = await Promise.all([findEvents(filter), choices])
  const wayOn = found.items.length === 0 ? await findWayOn(filter, 4) : null
  return <Catalogue {...{ search, found, wayOn, cities, categories }} />
}
