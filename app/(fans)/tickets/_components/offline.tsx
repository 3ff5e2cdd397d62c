import { getTranslations } from 'next-intl/server'
import { KeepTickets } from '@/components/orders/keep-tickets'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import { env } from '@/lib/platform/env'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { ownerTag } from '../owner-tag'
import { ticketPath } from '../ticket-path'

const KEPT_DAYS = 30

type Props = {
  access: OrderAccess
  tickets: PocketTicket[]
  /** These are all there are: what else is kept has been passed on, or refunded. */
  isAll?: boolean
}

/** Has the tickets of the next thirty days kept on this phone, and says so. */
export async function Offline({ access, tickets, isAll = false }: Props) {
  const t = await getTranslations('tickets.offline')
  const until = Date.now() + KEPT_DAYS * 86_400_000
  const soon = tickets.filter((ticket) => Date.parse(ticket.startsAt) < until)
  if (soon.length === 0) return null
  return (
    <KeepTickets
      owner={ownerTag(access)}
      // A guest may have come by links, each with a key of its own.
      isAll={isAll && access.userId !== undefined}
      // Without a build, files change under their names.
      isOn={env.NODE_ENV === 'production'}
      tickets={soon.map((ticket) => ({
        path: ticketPath(ticket.ticketId, access),
        title: ticket.event.title,
        words: ticket.words,
        startsAt: ticket.startsAt,
        timezone: ticket.venue.timezone,
        overAt: ticket.overAt.toISOString(),
      }))}
      words={{ kept: t('kept', { count: soon.length }), remove: t('remove'), removed: t('removed') }}
    />
  )
}
