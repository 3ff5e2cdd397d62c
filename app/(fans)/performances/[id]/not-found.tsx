import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** No such performance, or not published (any more). */
export default function PerformanceNotFound() {
  const t = useTranslations('seats.notFound')
  return (
    <div className="wrap">
      <EmptyState
        heading="h1"
        title={t('title')}
        actions={
          <Link href="/" className={buttonStyle({ variant: 'primary' })}>
            {t('home')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </div>
  )
}
