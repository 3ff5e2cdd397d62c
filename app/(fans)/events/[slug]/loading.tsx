import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'
import { VisuallyHidden } from '@/components/ui/visually-hidden'

/** The shape of `EventView`. */
export default function EventLoading() {
  const t = useTranslations('event')
  return (
    <div
      aria-busy
      className="wrap grid gap-x-16 gap-y-8 pt-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:pt-12"
    >
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <div className="grid gap-3 lg:col-start-2">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-24 w-4/5 lg:h-40" />
      </div>
      <Skeleton className="aspect-3/4 max-lg:w-[47%] lg:row-span-3 lg:row-start-1" />
      <div className="grid content-start gap-3 lg:col-start-2">
        {['a', 'b', 'c'].map((ticket) => (
          <Skeleton key={ticket} className="h-28" />
        ))}
      </div>
    </div>
  )
}
