import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import type { EventCard } from '@/lib/events/types'

type Props = { event: EventCard; closeFocus?: boolean }

/** The title as the link of the whole entry around it (a `group relative`); `closeFocus` where lines stand close. */
export function EventName({ event, closeFocus = false }: Props) {
  return (
    <Link
      prefetch={false}
      href={`/events/${event.slug}`}
      className={cn(
        'underline-offset-4 outline-none after:absolute after:inset-0 after:rounded-paper group-hover:underline',
        'focus-visible:shadow-none focus-visible:after:outline-2 focus-visible:after:outline-focus',
        closeFocus ? 'focus-visible:after:outline-offset-2' : 'focus-visible:after:outline-offset-6',
      )}
    >
      {event.title}
    </Link>
  )
}
