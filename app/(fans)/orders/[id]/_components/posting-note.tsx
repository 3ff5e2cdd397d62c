import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { refreshPosting } from '@/lib/coordinator/sync-posting'
import { addressLines, type PostalAddress } from '@/lib/platform/address'
import { formatMoney } from '@/lib/platform/money'
import type { OrderView } from '@/lib/reservations/orders/types'

/** Where the letter with the tickets is; nothing for an order without one. */
export async function PostingNote({ order }: { order: OrderView }) {
  const posting = order.delivery === 'post' ? await refreshPosting(order.id) : null
  if (!posting) return null
  const [t, format, locale] = await Promise.all([getTranslations('post'), getFormatter(), getLocale()])
  const { status, expectedOn, lateAt } = posting
  const fee = formatMoney(order.postage, locale)
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const isOnItsWay = status !== 'failed' && status !== 'delivered'
  const isLate = isOnItsWay && lateAt !== null
  const day =
    isOnItsWay && !isLate && expectedOn
      ? format.dateTime(new Date(expectedOn), { dateStyle: 'long', timeZone: 'UTC' })
      : null
  return (
    <Notice
      tone={status === 'delivered' ? 'good' : 'info'}
      title={isLate ? t('late') : t(`status.${status}`)}
      className="max-w-2xl"
    >
      {isLate && `${t('lateText')} `}
      {isOnItsWay && order.address && t('to', { address: nameCountry(order.address, countries).join(', ') })}
      {day && ` ${t('expected', { day })}`}
      {status === 'failed' && order.postage.amount > 0 && t('refunded', { fee })}
    </Notice>
  )
}

/** The address with its country's name for its code. */
function nameCountry(address: PostalAddress, countries: Intl.DisplayNames): string[] {
  return [...addressLines(address).slice(0, -1), countries.of(address.country) ?? address.country]
}
