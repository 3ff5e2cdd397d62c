import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TicketDeck } from '@/components/orders/ticket-deck'
import { viewTicket } from '@/lib/coordinator/view-tickets'
import { inPageLanguage } from '../../in-page-language'
import { type OrderQuery, orderPath, readAccess } from '../../orders/read-access'
import { Offline } from '../_components/offline'
import { ticketPath } from '../ticket-path'
import { PocketCard } from './_components/pocket-card'
import { TicketActions } from './_components/ticket-actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<OrderQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tickets')
  // The address can carry the key of the mail's link.
  return { title: t('one'), robots: { index: false }, referrer: 'same-origin' }
}

/** The ticket as it is shown at the door, and beside it those of the same evening. */
export default async function TicketPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const t = await getTranslations('tickets')
  const access = await readAccess(query.key)
  const found = await inPageLanguage(() => viewTicket(access, id))
  if (!found) notFound()
  const { ticket, all } = found
  const isKeyOnly = !access.userId && !access.guestId
  const isShown = ticket.status === 'valid' && ticket.overAt > new Date()
  return (
    <div className="wrap grid max-w-xl gap-4 pt-4 pb-16 lg:pt-8">
      <h1 className="sr-only">{t('titleOf', { title: ticket.event.title })}</h1>
      {!(isKeyOnly && ticket.passedOn) && (
        <p>
          <Link
            href={isKeyOnly ? orderPath(ticket.orderId, access) : '/tickets'}
            className="link inline-flex min-h-11 items-center"
          >
            {t('back')}
          </Link>
        </p>
      )}
      <TicketDeck
        label={t('deck', { count: all.length })}
        words={{ previous: t('previous'), next: t('next') }}
        staysLit={isShown}
        slides={all.map((one, i) => ({
          id: one.ticketId,
          path: ticketPath(one.ticketId, access),
          name: t('position', { position: i + 1, count: all.length }),
          card: (
            <>
              <PocketCard ticket={one} />
              <TicketActions
                ticket={one}
                access={access}
                trouble={one.ticketId === ticket.ticketId ? query.trouble : undefined}
              />
            </>
          ),
        }))}
      />
      {isShown && <Offline access={access} tickets={all} />}
    </div>
  )
}
