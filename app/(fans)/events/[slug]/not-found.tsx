import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function EventNotFound() {
  const t = useTranslations('event.notFound')
  const common = useTranslations('common.notFound')
  return (
    <div className="wrap">
      <EmptyState
        heading="h1"
        title={t('title')}
        actions={
          <Link href="/" className={buttonStyle({ variant: 'primary' })}>
            {common('home')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </div>
  )
}
