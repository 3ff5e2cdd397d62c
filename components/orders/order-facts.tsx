import { useLocale, useTranslations } from 'next-intl'
import { Price } from '@/components/ui/price'
import { addressLines } from '@/lib/platform/address'
import { formatMoney } from '@/lib/platform/money'
import type { OrderView } from '@/lib/reservations/orders/types'

type Props = {
  order: OrderView
  /** The card that was accepted, its brand as people write it. */
  card: { brand: string; last4: string } | null
}

/** Total, card, delivery and name of an order. */
export function OrderFacts({ order, card }: Props) {
  const t = useTranslations('order')
  const post = useTranslations('post')
  const promo = useTranslations('promo')
  const locale = useLocale()
  const { email, delivery } = order
  const facts = [
    ...(card ? [[t('facts.card'), t('card', card)] as const] : []),
    [t('facts.delivery'), delivery === 'post' ? t('byPost', { email }) : t('byEmail', { email })] as const,
    ...(order.address ? [[post('toLabel'), addressLines(order.address).join(', ')] as const] : []),
    [t('facts.name'), order.name] as const,
  ]
  return (
    <dl className="grid gap-3">
      {order.postage.amount > 0 && (
        <div className="flex items-baseline justify-between gap-4">
          <dt>{post('fee')}</dt>
          <dd>
            <Price money={order.postage} />
          </dd>
        </div>
      )}
      <div className="flex items-baseline justify-between gap-4">
        <dt className="font-semibold">{t('facts.total')}</dt>
        <dd>
          {order.total.amount === 0 ? t('free') : <Price money={order.total} className="display text-xl" />}
        </dd>
      </div>
      {order.waived.amount > 0 && (
        <div className="text-muted text-sm">
          <dt className="sr-only">{promo('waived')}</dt>
          <dd>{promo('waivedNote', { waived: formatMoney(order.waived, locale) })}</dd>
        </div>
      )}
      {facts.map(([label, value]) => (
        <div
          key={label}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t pt-3"
        >
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="figures wrap-anywhere text-end">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
