import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { EmptyState } from '../ui/empty-state'

type MapBrokenProps = { onShowList?(): void; className?: string }

/** In the place of a map that cannot be drawn: the list has the same seats. */
export function MapBroken({ onShowList, className }: MapBrokenProps) {
  const t = useTranslations('seatMap.broken')
  return (
    <div role="alert" className={cn('grid place-content-center bg-map-ground p-6', className)}>
      <EmptyState
        title={t('title')}
        actions={onShowList && <Button onClick={onShowList}>{t('list')}</Button>}
      >
        {t('text')}
      </EmptyState>
    </div>
  )
}
