import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'
import type { OrderView } from '@/lib/reservations/orders/types'
import { OrderRow } from './order-row'

type Props = {
  orders: OrderView[]
  nextCursor: string | null
  /** Not the first page of them: somebody is looking for an old one. */
  isLater: boolean
}

/** Orders that are over or were cancelled, folded away until somebody looks for one. */
export function OrdersOver({ orders, nextCursor, isLater }: Props) {
  const t = useTranslations('order.list')
  if (orders.length === 0 && !isLater) return null
  return (
    <details open={isLater} className="group grid gap-4">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-lg [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="-rotate-90 size-5 transition-transform group-open:rotate-0" />
        {t('over')}
      </summary>
      <ul className="mt-2 mb-6 border-line border-t">
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      <Pagination
        label={t('pages')}
        first={isLater ? { href: '/orders', text: t('first') } : undefined}
        next={nextCursor ? { href: `/orders?cursor=${nextCursor}`, text: t('more') } : undefined}
      />
    </details>
  )
}
