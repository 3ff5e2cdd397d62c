import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { writeBilling } from '@/lib/events/artists/rules'
import type { EventCard } from '@/lib/events/types'

/** Who plays, in a line below the title; nothing where the title says it already. */
export function Billing({ event, className }: { event: EventCard; className?: string }) {
  const t = useTranslations('catalogue.card')
  const { names, more } = writeBilling(event.title, event.artists)
  if (names.length === 0) return null
  const text = names.join(', ')
  return (
    <p className={cn('wrap-anywhere line-clamp-3 text-sm', className)}>
      {more > 0 ? t('withMore', { names: text, count: more }) : t('with', { names: text })}
    </p>
  )
}
