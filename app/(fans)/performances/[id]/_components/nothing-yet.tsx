'use client'

import { useTranslations } from 'next-intl'

/** Before the first seat. Where none is left, it says what one can still hope for. */
export function NothingYet({ hasFree }: { hasFree: boolean }) {
  const t = useTranslations('seats.choice')
  return (
    <section className="grid gap-1 max-lg:hidden">
      <h2 className="display text-xl">{hasFree ? t('empty') : t('full')}</h2>
      <p className="text-muted">{hasFree ? t('emptyText') : t('fullText')}</p>
    </section>
  )
}
