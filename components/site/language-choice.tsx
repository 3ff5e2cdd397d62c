'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { LOCALES } from '@/lib/i18n/locales'

/** Each language in its own words, because that is what its readers look for. The choice counts at once, or by a button. */
export function LanguageChoice({ keepLanguage }: { keepLanguage: (form: FormData) => Promise<void> }) {
  const t = useTranslations('site.language')
  const locale = useLocale()
  const id = useId()
  if (LOCALES.length < 2) return null
  return (
    <form action={keepLanguage} className="flex items-center gap-3">
      <label htmlFor={id} className="text-muted text-sm">
        {t('label')}
      </label>
      <Select
        key={locale}
        id={id}
        name="locale"
        defaultValue={locale}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each}>
            {nameOf(each)}
          </option>
        ))}
      </Select>
      {/* Without JavaScript a choice needs a button. */}
      <noscript>
        <SubmitButton variant="secondary" size="small">
          {t('keep')}
        </SubmitButton>
      </noscript>
    </form>
  )
}

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
