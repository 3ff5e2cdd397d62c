import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/site/nothing-here'

export default function ArtistNotFound() {
  const t = useTranslations('finding.artist.notFound')
  const common = useTranslations('common.notFound')
  return <NothingHere title={t('title')} text={t('text')} home={common('home')} />
}
