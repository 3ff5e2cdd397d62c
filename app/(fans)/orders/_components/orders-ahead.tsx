import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { OrderView } from '@/lib/reservations/orders/types'
import { OrderRow } from './order-row'

/** Orders for what is still to come, the next one first. */
export function OrdersAhead({ orders }: { orders: OrderView[] }) {
  const t = useTranslations('order.list')
  return (
    <section aria-labelledby="ahead" className="grid gap-4">
      <h2 id="ahead" className="text-lg">
        {t('ahead')}
      </h2>
      {orders.length > 0 ? (
        <ul className="border-line border-t">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} isAhead />
          ))}
        </ul>
      ) : (
        <p className="text-muted">
          {t.rich('nothingAhead', {
            home: (text) => (
              <Link href="/" className="link">
                {text}
              </Link>
            ),
          })}
        </p>
      )}
    </section>
  )
}
