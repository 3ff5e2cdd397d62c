import { createTranslator } from 'next-intl'
import english from '@/lib/i18n/messages/en.json'
import type { DayWords } from '../days/types'
import { learnDayWords } from './rules'

let learned: DayWords | undefined

/** English words for days. They are understood whatever the page's language is. */
export function englishDayWords(): DayWords {
  const say = createTranslator({ locale: 'en', messages: english, namespace: 'finding.days' })
  learned ??= learnDayWords({ locale: 'en', phrase: (key) => say(key) })
  return learned
}
