import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import type { EventDetail } from '@/lib/events/types'
import { useKindWords } from '../../../_components/kind-words'

/** Past this, or with a word this long, the marquee size would break the title badly beside the poster. */
const MARQUEE_LENGTH = 30
const MARQUEE_WORD = 14

/** Where it belongs, its name, its second line. */
export function EventTitle({ event }: { event: EventDetail }) {
  const t = useTranslations('event')
  const nameKind = useKindWords()
  const longestWord = Math.max(...event.title.split(/\s/).map((word) => word.length))
  const big = event.title.length <= MARQUEE_LENGTH && longestWord <= MARQUEE_WORD
  return (
    <header className="grid gap-3">
      <p className="flex flex-wrap gap-x-2 font-medium text-muted text-sm">
        <Link href="/" prefetch={false} className="link">
          {t('crumb')}
        </Link>
        <span aria-hidden>/</span>
        <Link
          prefetch={false}
          href={`/?category=${encodeURIComponent(event.category)}`}
          className="link first-letter:uppercase"
        >
          {nameKind(event.category)}
        </Link>
      </p>
      <h1 className={cn('display hyphens-auto', big ? 'text-3xl' : 'text-2xl')}>{event.title}</h1>
      {event.subtitle && <p className="text-lg text-muted">{event.subtitle}</p>}
    </header>
  )
}
