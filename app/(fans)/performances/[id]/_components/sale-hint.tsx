'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Sale } from '../to-sale'

/** What to do, or why there is nothing to do, in a line. */
export function SaleHint({ sale, hasFree }: { sale: Sale; hasFree: boolean }) {
  const t = useTranslations('seats.hint')
  const format = useFormatter()
  if (sale.status === 'scheduled' && sale.onSaleAt) {
    const date = format.dateTime(sale.onSaleAt, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: sale.timezone,
    })
    return t('scheduled', { date, city: sale.city })
  }
  if (sale.status !== 'open') return t(sale.status === 'past' ? 'past' : 'cancelled')
  return hasFree ? t('open', { minutes: sale.holdMinutes }) : t('full')
}
