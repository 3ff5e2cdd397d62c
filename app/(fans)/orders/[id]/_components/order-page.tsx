import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  reference: string
  title: ReactNode
  text: ReactNode
  children?: ReactNode
  /** Beside it on a desk, below it on a phone. */
  aside?: ReactNode
}

/** The shape of every page about one order: what happened, what it means, what is next. */
export function OrderPage({ reference, title, text, children, aside }: Props) {
  const t = useTranslations('order')
  return (
    <div className="wrap grid items-start gap-x-16 gap-y-10 pt-8 pb-16 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pt-12">
      <div className="grid gap-8">
        <header className="grid max-w-2xl gap-3">
          <p className="figures text-muted text-sm">{t('reference', { reference })}</p>
          <h1 className="display text-2xl">{title}</h1>
          <div className="text-lg text-muted">{text}</div>
        </header>
        {children}
      </div>
      {aside && (
        <aside className="grid gap-6 rounded-control border-[1.5px] border-line bg-surface p-5">
          {aside}
        </aside>
      )}
    </div>
  )
}
