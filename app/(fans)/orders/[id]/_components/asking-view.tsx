import { getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { AutoRefresh } from '@/components/orders/auto-refresh'
import { Bulbs } from '@/components/ui/bulbs'
import type { OrderView } from '@/lib/reservations/orders/types'
import { OrderAside } from './order-aside'
import { OrderPage } from './order-page'

/** Stripe has not answered yet: nobody is told anything that may be wrong. */
export async function AskingView({ order }: { order: OrderView }) {
  const t = await getTranslations('order.asking')
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
      <Bulbs />
      <AutoRefresh everyMs={2_000} />
    </OrderPage>
  )
}
