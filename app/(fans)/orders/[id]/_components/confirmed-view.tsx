import { getTranslations } from 'next-intl/server'
import { AutoRefresh } from '@/components/orders/auto-refresh'
import { Bulbs } from '@/components/ui/bulbs'
import type { OrderView } from '@/lib/reservations/orders/types'
import { OrderAside } from './order-aside'
import { OrderPage } from './order-page'

/** The seats are sold, the money is on its way. */
export async function ConfirmedView({ order }: { order: OrderView }) {
  const t = await getTranslations('order.confirmed')
  return (
    <OrderPage
      reference={order.reference}
      title={t('title')}
      text={<p>{t('text', { email: order.email })}</p>}
      aside={<OrderAside order={order} />}
    >
      <Bulbs />
      <AutoRefresh everyMs={2_000} />
    </OrderPage>
  )
}
