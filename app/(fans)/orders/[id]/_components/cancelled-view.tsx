import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { currentOwner } from '@/lib/accounts/session'
import { suggestSeats } from '@/lib/coordinator/suggest-seats'
import { viewCart } from '@/lib/coordinator/view-cart'
import { formatMoney } from '@/lib/platform/money'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import type { CartOffer } from '@/lib/reservations/types'
import { inPageLanguage } from '../../../in-page-language'
import { OfferedInstead } from './offered-instead'
import { OrderPage } from './order-page'
import { SeatOffers } from './seat-offers'

type Props = { order: OrderView; access: OrderAccess; trouble: string | string[] | undefined }

/** Why it came to nothing, what that means for seats and money, and what can still be had. */
export async function CancelledView({ order, access, trouble }: Props) {
  const t = await getTranslations('order.cancelled')
  const [suggested, locale, held] = await Promise.all([
    inPageLanguage(() => suggestSeats(order)),
    getLocale(),
    findHeldInstead(order),
  ])
  const answered = new Set(held.map(({ performanceId }) => performanceId))
  const offers = suggested.filter(({ performanceId }) => !answered.has(performanceId))
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
      {(trouble === 'taken' || trouble === 'ended') && (
        <Notice tone="danger" title={t(trouble)} className="max-w-2xl">
          {held.length > 0 ? t('heldText') : t('takenText')}
        </Notice>
      )}
      {held.length > 0 && (
        <section aria-label={t('instead.label')} className="grid max-w-2xl gap-6">
          {held.map((offer, nth) => (
            <OfferedInstead key={offer.id} {...{ order, offer, access }} isFirst={nth === 0} />
          ))}
        </section>
      )}
      <SeatOffers order={order} offers={offers} access={access} isFirst={held.length === 0} />
    </OrderPage>
  )
}

/** What this browser's cart is offered where the order's seats were. */
async function findHeldInstead({ lines }: OrderView): Promise<CartOffer[]> {
  const { offers } = await viewCart(await currentOwner())
  return offers.filter((offer) => lines.some((line) => line.performanceId === offer.performanceId))
}
