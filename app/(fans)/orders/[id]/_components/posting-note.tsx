import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { refreshPosting } from '@/lib/coordinator/sync-posting'
import { addressLines } from '@/lib/platform/address'
import { formatMoney } from '@/lib/platform/money'
import type { OrderView } from '@/lib/reservations/orders/types'

/** Where the letter with the tickets is; nothing for an order without one. */
export async function PostingNote({ order }: { order: OrderView }) {
  const posting = order.delivery === 'post' ? await refreshPosting(order.id) : null
  if (!posting) return null
  const [t, format, locale] = await Promise.all([getTranslations('post'), getFormatter(), getLocale()])
  const { status, expectedOn } = posting
  const fee = formatMoney(order.postage, locale)
  const isOnItsWay = status !== 'failed' && status !== 'delivered'
  const day =
    isOnItsWay && expectedOn
      ? format.dateTime(new Date(expectedOn), { dateStyle: 'long', timeZone: 'UTC' })
      : null
  return (
    <Notice
      tone={status === 'delivered' ? 'good' : 'info'}
      title={t(`status.${status}`)}
      className="max-w-2xl"
    >
      {isOnItsWay && order.address && t('to', { address: addressLines(order.address).join(', ') })}
      {day && ` ${t('expected', { day })}`}
      {status === 'failed' && order.postage.amount > 0 && t('refunded', { fee })}
    </Notice>
  )
}
