'use client'

import { useTranslations } from 'next-intl'
import { Button, buttonStyle } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

export type ErrorViewProps = { error: Error & { digest?: string }; reset: () => void }

/** A page broke. Says what that means for seats and money, and offers another try. */
export function ErrorView({ error, reset }: ErrorViewProps) {
  const t = useTranslations('common.error')
  return (
    <div className="wrap" role="alert">
      <EmptyState
        heading="h1"
        title={t('title')}
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              {t('retry')}
            </Button>
            {/* Whole new pages: what broke here may be what links need. And no page carries their code for this one. */}
            <a href="/cart" className={buttonStyle({ variant: 'secondary' })}>
              {t('cart')}
            </a>
            <a href="/" className={buttonStyle({ variant: 'quiet' })}>
              {t('home')}
            </a>
          </>
        }
      >
        <p>{t('text')}</p>
        {error.digest && <p className="mt-2 text-sm">{t('reference', { digest: error.digest })}</p>}
      </EmptyState>
    </div>
  )
}
