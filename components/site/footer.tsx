import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LanguageChoice } from './language-choice'
import { LightsChoice } from './lights-choice'
import { Wordmark } from './mark'
import type { Theme } from './theme'
import type { KeepTheme } from './use-theme'

const LINKS = [
  ['events', '/'],
  ['orders', '/orders'],
  ['developers', '/developers'],
] as const

/** The promise, the ways on, the language, the lights. */
export function SiteFooter({
  theme,
  keepTheme,
  keepLanguage,
}: {
  theme: Theme
  keepTheme: KeepTheme
  keepLanguage: (form: FormData) => Promise<void>
}) {
  const t = useTranslations('site')
  return (
    <footer className="mt-24 border-line border-t">
      <div className="wrap grid gap-8 py-12 md:grid-cols-[1fr_auto] md:items-end">
        <div className="grid gap-4">
          <Wordmark className="text-2xl" />
          <p className="max-w-[44ch] text-muted">{t('footer.promise')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 md:justify-end">
          <nav aria-label={t('footer.label')} className="flex flex-wrap gap-x-6 gap-y-2">
            {LINKS.map(([key, href]) => (
              <Link
                key={key}
                href={href}
                prefetch={false}
                className="py-1 font-medium hover:underline hover:underline-offset-4"
              >
                {t(`footer.${key}`)}
              </Link>
            ))}
          </nav>
          <LanguageChoice keepLanguage={keepLanguage} />
          <LightsChoice theme={theme} keepTheme={keepTheme} />
        </div>
      </div>
    </footer>
  )
}
