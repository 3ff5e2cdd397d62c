import { getLocale, getTranslations } from 'next-intl/server'
import { englishDayWords } from '@/lib/events/day-words/next-intl'
import { learnDayWords } from '@/lib/events/day-words/rules'
import type { DayWords } from '@/lib/events/days/types'

/** The words for days that a visitor's search may have: those of the page's language, and English. */
export async function currentDayWords(): Promise<DayWords[]> {
  const locale = await getLocale()
  if (locale === 'en') return [englishDayWords()]
  const t = await getTranslations('finding.days')
  return [learnDayWords({ locale, phrase: (key) => t(key) }), englishDayWords()]
}
