import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Price } from '@/components/ui/price'
import type { OrderLineView, OrderView } from '@/lib/reservations/orders/types'

/** An order in the list: what it is for, when that is, and how it stands. */
export function OrderRow({ order }: { order: OrderView }) {
  const t = useTranslations('order')
  const format = useFormatter()
  const { event, startsAt, venue } = order.lines[0] as OrderLineView
  const more = new Set(order.lines.map((line) => line.performanceId)).size - 1
  const when = { dateStyle: 'medium', timeStyle: 'short', timeZone: venue.timezone } as const
  return (
    <li className="border-line border-b">
      <Link
        href={`/orders/${order.id}`}
        className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4 hover:bg-sunk"
      >
        <span className="grid">
          <span className="display text-xl">
            {more > 0 ? t('list.lines', { title: event.title, count: more }) : event.title}
          </span>
          <span className="figures text-muted text-sm">
            {format.dateTime(startsAt, when)} · {t('list.seats', { count: order.lines.length })} ·{' '}
            {order.reference}
          </span>
        </span>
        <span className="flex items-baseline gap-3">
          <Badge tone={order.status === 'paid' ? 'good' : order.status === 'cancelled' ? 'quiet' : 'plain'}>
            {t(`status.${order.status}`)}
          </Badge>
          <Price money={order.total} className="font-semibold" />
        </span>
      </Link>
    </li>
  )
}
