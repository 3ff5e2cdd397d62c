import { getLocale, getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { SeatLines } from '@/components/checkout/seat-lines'
import { groupLines } from '@/components/orders/group-lines'
import { SubmitButton } from '@/components/ui/submit-button'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import { formatMoney } from '@/lib/platform/money'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { inPageLanguage } from '../../../../in-page-language'
import { OrderAside } from '../../_components/order-aside'
import { OrderForm } from '../../_components/order-form'
import { OrderPage } from '../../_components/order-page'
import { cancelPurchase, confirmPurchase } from '../../actions'

type Props = { order: OrderView; access: OrderAccess }

/** Verify your purchase: everything once more, before anything is taken. */
export async function VerifyView({ order, access }: Props) {
  const t = await getTranslations('order.verify')
  const [words, locale] = await Promise.all([inPageLanguage(() => describeSeats(order.lines)), getLocale()])
  const isFree = order.total.amount === 0
  const clock = () => (
    <HoldClock expiresAt={order.expiresAt.toISOString()} serverNow={new Date().toISOString()} />
  )
  const aside = (
    <>
      <p>{t.rich('held', { clock })}</p>
      <OrderAside order={order} seats={false} />
      <OrderForm orderId={order.id} access={access} action={confirmPurchase}>
        <SubmitButton variant="primary" size="large" className="figures w-full">
          {isFree ? t('confirmFree') : t('confirm', { total: formatMoney(order.total, locale) })}
        </SubmitButton>
      </OrderForm>
      <div className="grid gap-2">
        <OrderForm orderId={order.id} access={access} action={cancelPurchase}>
          <SubmitButton variant="quiet" className="w-full">
            {t('cancel')}
          </SubmitButton>
        </OrderForm>
        <p className="text-muted text-sm">{t(isFree ? 'cancelHintFree' : 'cancelHint')}</p>
      </div>
    </>
  )
  return (
    <OrderPage
      reference={order.reference}
      title={t('title')}
      text={<p>{t(isFree ? 'textFree' : 'text')}</p>}
      aside={aside}
    >
      <SeatLines groups={groupLines(order.lines, words)} />
    </OrderPage>
  )
}
