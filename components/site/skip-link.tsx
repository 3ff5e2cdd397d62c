import { useTranslations } from 'next-intl'

/** First stop of the Tab key: straight to `<main id="main">`. */
export function SkipLink() {
  const t = useTranslations('site')
  return (
    <a
      href="#main"
      className="fixed start-4 top-3 z-50 -translate-y-20 rounded-control bg-ink px-4 py-2 font-semibold text-ground focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}
