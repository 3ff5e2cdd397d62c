'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Countdown } from '@/components/ui/countdown'
import type { CartHold } from '@/lib/reservations/types'

/** What else is in the cart, each with its own time. */
export function OtherHolds({ holds, now }: { holds: CartHold[]; now: Date }) {
  const t = useTranslations('seats.others')
  return (
    <section aria-label={t('title')} className="grid gap-1">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 className="font-semibold">{t('title')}</h2>
        <Link
          href="/cart"
          prefetch={false}
          className={cn(buttonStyle({ variant: 'quiet', size: 'small' }), '-me-3')}
        >
          {t('cart')}
        </Link>
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {holds.map((hold) => (
          <li key={hold.performanceId} className="flex min-h-11 items-center justify-between gap-3 text-sm">
            <Link
              href={`/performances/${hold.performanceId}`}
              prefetch={false}
              className="link min-w-0 truncate py-2"
            >
              {hold.event.title}
            </Link>
            <span className="shrink-0 text-muted">
              {t('seats', { count: hold.seats.length })} ·{' '}
              <Countdown
                expiresAt={hold.expiresAt.toISOString()}
                serverNow={now.toISOString()}
                className="text-ink"
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
