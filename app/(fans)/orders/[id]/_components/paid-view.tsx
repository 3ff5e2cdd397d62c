import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button'
import { viewTickets } from '@/lib/coordinator/view-order'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { orderPath } from '../../read-access'
import { OrderAside } from './order-aside'
import { OrderPage } from './order-page'
import { TicketCard } from './ticket-card'

type Props = { order: OrderView; access: OrderAccess }

/** The tickets, ready for the door. */
export async function PaidView({ order, access }: Props) {
  const t = await getTranslations('order.paid')
  const tickets = (await viewTickets(access, order.id)) ?? []
  const count = tickets.filter((ticket) => ticket.status === 'valid').length
  const performanceIds = [...new Set(order.lines.map((line) => line.performanceId))]
  const aside = (
    <>
      <OrderAside order={order} />
      <a
        href={orderPath(order.id, access, { part: '/receipt' })}
        className={buttonStyle({ className: 'w-full' })}
      >
        {t('receipt')}
      </a>
    </>
  )
  return (
    <OrderPage
      reference={order.reference}
      title={order.status === 'paid' ? t('title', { count }) : <Badge>{t(refundOf(order))}</Badge>}
      text={count > 0 ? <p>{t('text', { count, email: order.email })}</p> : null}
      aside={aside}
    >
      {performanceIds.map((performanceId) => (
        <div key={performanceId} className="grid max-w-2xl gap-4">
          {tickets
            .filter((ticket) => ticket.performanceId === performanceId)
            .map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} order={order} access={access} />
            ))}
          <a
            href={orderPath(order.id, access, { part: `/calendar/${performanceId}` })}
            className={buttonStyle({ size: 'small', className: 'justify-self-start' })}
          >
            {t('calendar')}
          </a>
        </div>
      ))}
      {count > 0 && <p className="text-muted text-sm">{t('show')}</p>}
    </OrderPage>
  )
}

function refundOf({ status }: OrderView): 'refunded' | 'partially_refunded' {
  return status === 'refunded' ? 'refunded' : 'partially_refunded'
}
