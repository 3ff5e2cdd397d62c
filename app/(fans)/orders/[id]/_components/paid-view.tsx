import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { viewTickets } from '@/lib/coordinator/view-order'
import { viewPassedOn } from '@/lib/coordinator/view-tickets'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { inPageLanguage } from '../../../in-page-language'
import { ticketPath } from '../../../tickets/ticket-path'
import { orderPath } from '../../read-access'
import { sendAgain } from '../actions'
import { MailNote } from './mail-note'
import { OrderAside } from './order-aside'
import { OrderForm } from './order-form'
import { OrderPage } from './order-page'
import { PassedOn } from './passed-on'
import { PostingNote } from './posting-note'
import { TicketCard } from './ticket-card'

type Props = { order: OrderView; access: OrderAccess; mailed: string | string[] | undefined }

/** The tickets, ready for the door. */
export async function PaidView({ order, access, mailed }: Props) {
  const t = await getTranslations('order.paid')
  const [own, passedOn] = await Promise.all([
    viewTickets(access, order.id),
    inPageLanguage(() => viewPassedOn(access, order.id)),
  ])
  const tickets = own ?? []
  const valid = tickets.filter((ticket) => ticket.status === 'valid')
  const count = valid.length
  const [first] = valid
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
      title={count > 0 ? t('title', { count }) : <Badge>{t(refundOf(order))}</Badge>}
      text={count > 0 ? <p>{t('text', { count, email: order.email })}</p> : null}
      aside={aside}
    >
      {mailed === 'again' && (
        <Notice tone="good" title={t('again', { email: order.email })} className="max-w-2xl" />
      )}
      {mailed === 'enough' && (
        <Notice tone="danger" title={t('enough')} className="max-w-2xl">
          {t('enoughText')}
        </Notice>
      )}
      {first && (
        <div className="flex flex-wrap gap-3">
          <a
            href={ticketPath(first.id, access)}
            className={buttonStyle({ variant: 'primary', size: 'large' })}
          >
            {t('open', { count })}
          </a>
          <OrderForm orderId={order.id} access={access} action={sendAgain}>
            <SubmitButton size="large">{t('sendAgain')}</SubmitButton>
          </OrderForm>
        </div>
      )}
      <MailNote order={order} count={count} />
      <PostingNote order={order} />
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
      <PassedOn tickets={passedOn} />
      {count > 0 && <p className="text-muted text-sm">{t('show')}</p>}
    </OrderPage>
  )
}

function refundOf({ status }: OrderView): 'refunded' | 'partially_refunded' {
  return status === 'refunded' ? 'refunded' : 'partially_refunded'
}
