import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/site/nothing-here'

/** No such performance, or not published (any more). */
export default function PerformanceNotFound() {
  const t = useTranslations('seats.notFound')
  return <NothingHere title={t('title')} text={t('text')} home={t('home')} />
}
