import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { suggestSeats } from '@/lib/coordinator/suggest-seats'
import { formatMoney } from '@/lib/platform/money'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { inPageLanguage } from '../../../in-page-language'
import { OrderPage } from './order-page'
import { SeatOffers } from './seat-offers'

type Props = { order: OrderView; access: OrderAccess; trouble: string | string[] | undefined }

/** Why it came to nothing, what that means for seats and money, and what can still be had. */
export async function CancelledView({ order, access, trouble }: Props) {
  const t = await getTranslations('order.cancelled')
  const [offers, locale] = await Promise.all([inPageLanguage(() => suggestSeats(order)), getLocale()])
  const reason = order.cancelReason ?? 'by_hand'
  const total = formatMoney(order.total, locale)
  return (
    <OrderPage
      reference={order.reference}
      title={t(reason)}
      text={
        <p>
          {t(`${reason}Text`)}{' '}
          {order.total.amount > 0 && <strong className="font-semibold text-ink">{t('notCharged')}</strong>}
        </p>
      }
    >
      {order.authorizedAt && order.total.amount > 0 && (
        <p className="max-w-2xl text-muted">{t('reserved', { total })}</p>
      )}
      {trouble === 'taken' && (
        <Notice tone="danger" title={t('taken')} className="max-w-2xl">
          {t('takenText')}
        </Notice>
      )}
      <SeatOffers order={order} offers={offers} access={access} />
    </OrderPage>
  )
}
