import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Poster } from '@/components/site/poster'
import { Badge } from '@/components/ui/badge'
import { Price } from '@/components/ui/price'
import type { OrderLineView, OrderView } from '@/lib/reservations/orders/types'
import { posterOf } from '../../poster-of'

/** An order in the list: what it is for, when that is, and how it stands. `isAhead`: how long it is until then. */
export function OrderRow({ order, isAhead = false }: { order: OrderView; isAhead?: boolean }) {
  const t = useTranslations('order')
  const format = useFormatter()
  const now = useNow()
  const line = (isAhead && order.lines.find((one) => one.startsAt > now)) || (order.lines[0] as OrderLineView)
  const { event, startsAt, venue } = line
  const more = new Set(order.lines.map((one) => one.performanceId)).size - 1
  const when = { dateStyle: 'medium', timeStyle: 'short', timeZone: venue.timezone } as const
  return (
    <li className="border-line border-b">
      <Link
        href={`/orders/${order.id}`}
        className="grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-4 py-4 hover:bg-sunk sm:grid-cols-[4rem_minmax(0,1fr)_auto]"
      >
        <Poster {...posterOf(event)} alt="" className={isAhead ? undefined : 'opacity-60'} />
        <span className="grid gap-0.5">
          <span className="display text-xl">
            {more > 0 ? t('list.lines', { title: event.title, count: more }) : event.title}
          </span>
          <span className="figures text-muted text-sm">
            {format.dateTime(startsAt, when)}
            {isAhead && startsAt > now && ` · ${format.relativeTime(startsAt, now)}`}
          </span>
          <span className="figures text-muted text-sm">
            {venue.name} · {t('list.seats', { count: order.lines.length })} · {order.reference}
          </span>
        </span>
        <span className="col-start-2 mt-2 flex flex-wrap items-baseline gap-3 sm:col-start-3 sm:mt-0">
          <Badge tone={order.status === 'paid' ? 'good' : order.status === 'cancelled' ? 'quiet' : 'plain'}>
            {t(`status.${order.status}`)}
          </Badge>
          <Price money={order.total} className="font-semibold" />
        </span>
      </Link>
    </li>
  )
}
