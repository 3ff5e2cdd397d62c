import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { WaitingView } from '@/lib/reservations/waiting-list/types'
import { Evening } from '../../_components/evening'

type Props = { entry: WaitingView; title: ReactNode; text: ReactNode; children?: ReactNode }

/** The shape of every page about a place in line: how it stands, what it means, what to do; then what it is for. */
export function EntryPage({ entry, title, text, children }: Props) {
  const t = useTranslations('waiting')
  const { seatCount: count, categoryName: category, takesFewer } = entry
  return (
    <div className="wrap grid max-w-xl gap-6 pt-6 pb-16 lg:pt-12">
      <header className="grid gap-2">
        <h1 className="display text-2xl">{title}</h1>
        <div className="text-lg text-muted">{text}</div>
      </header>
      {children}
      <section className="grid gap-3 border-line border-t pt-6">
        <Evening of={entry} />
        <p className="text-muted text-sm">
          {takesFewer && count > 1 ? t('wishFewer', { count, category }) : t('wish', { count, category })}
        </p>
      </section>
    </div>
  )
}
