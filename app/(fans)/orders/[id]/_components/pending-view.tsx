import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { buttonStyle } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { findPayment } from '@/lib/commerce/payments/queries'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { orderPath } from '../../read-access'
import { cancelPurchase, continueToPayment } from '../actions'
import { OrderAside } from './order-aside'
import { OrderForm } from './order-form'
import { OrderPage } from './order-page'

type Props = { order: OrderView; access: OrderAccess; trouble: string | string[] | undefined }

/** Back from Stripe without paying: the seats are kept for a while, and it can go on. */
export async function PendingView({ order, access, trouble }: Props) {
  const t = await getTranslations('order.pending')
  const isFree = order.total.amount === 0
  const isDeclined = !isFree && Boolean((await findPayment(order.id))?.lastDecline)
  const clock = () => (
    <HoldClock expiresAt={order.expiresAt.toISOString()} serverNow={new Date().toISOString()} />
  )
  return (
    <OrderPage
      reference={order.reference}
      title={t('title')}
      text={<p>{t.rich('text', { clock })}</p>}
      aside={<OrderAside order={order} />}
    >
      {trouble === 'unavailable' && (
        <Notice tone="danger" title={t('unavailable')} className="max-w-2xl">
          {t('unavailableText')}
        </Notice>
      )}
      {isDeclined && trouble !== 'unavailable' && (
        <Notice tone="danger" title={t('declined')} className="max-w-2xl">
          {t('declinedText')}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {isFree ? (
          <Link
            href={orderPath(order.id, access, { part: '/verify' })}
            className={buttonStyle({ variant: 'primary', size: 'large' })}
          >
            {t('verify')}
          </Link>
        ) : (
          <OrderForm orderId={order.id} access={access} action={continueToPayment}>
            <SubmitButton variant="primary" size="large">
              {t('pay')}
            </SubmitButton>
          </OrderForm>
        )}
        <OrderForm orderId={order.id} access={access} action={cancelPurchase}>
          <SubmitButton variant="quiet" size="large">
            {t('cancel')}
          </SubmitButton>
        </OrderForm>
      </div>
    </OrderPage>
  )
}
