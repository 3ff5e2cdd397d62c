'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { SaleCountdown } from '@/components/seats/sale-countdown'
import { buttonStyle } from '@/components/ui/button'
import type { Sale } from '../to-sale'

/** Nothing can be held: sales have not begun, or are over. */
export function SaleClosed({ sale, onOpen }: { sale: Sale; onOpen(): void }) {
  const t = useTranslations('seats.closed')
  const format = useFormatter()
  if (sale.status === 'scheduled' && sale.onSaleAt) {
    const date = format.dateTime(sale.onSaleAt, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: sale.timezone,
      timeZoneName: 'short',
    })
    return (
      <section className="grid gap-3">
        <h2 className="font-semibold text-muted">{t('opens')}</h2>
        <SaleCountdown opensAt={sale.onSaleAt} onOpen={onOpen} />
        <p className="font-semibold">{date}</p>
        <p className="text-muted">{t('opensText')}</p>
      </section>
    )
  }
  const why = sale.status === 'past' ? 'past' : 'cancelled'
  return (
    <section className="grid justify-items-start gap-3">
      <h2 className="display text-xl">{t(`${why}.title`)}</h2>
      <p className="text-muted">{t(`${why}.text`)}</p>
      <Link href={`/events/${sale.eventSlug}`} className={buttonStyle()}>
        {t('otherDates')}
      </Link>
    </section>
  )
}
