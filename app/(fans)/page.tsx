import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { findEvents } from '@/lib/events/finding/queries'
import { listCategories, listCities } from '@/lib/events/queries'
import { Catalogue } from './_components/catalogue'
import { isFiltered, readSearch, type SearchParams, toEventFilter } from './catalogue-filter'
import { currentDayWords } from './day-words'

type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = readSearch(await searchParams)
  if (!isFiltered(search)) return {}
  const t = await getTranslations('catalogue')
  return { title: t('metaFiltered'), robots: { index: false } }
}

export default async function CataloguePage({ searchParams }: Props) {
  const search = readSearch(await searchParams)
  const [page, cities, categories] = await Promise.all([
    findEvents(toEventFilter(search, await currentDayWords())),
    listCities(),
    listCategories(),
  ])
  return <Catalogue search={search} page={page} cities={cities} categories={categories} />
}
