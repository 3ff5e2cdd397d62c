import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/site/nothing-here'

export default function OrganizerNotFound() {
  const t = useTranslations('finding.organizer.notFound')
  const common = useTranslations('common.notFound')
  return <NothingHere title={t('title')} text={t('text')} home={common('home')} />
}
