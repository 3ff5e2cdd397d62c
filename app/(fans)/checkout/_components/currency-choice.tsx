import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { formatMoney, type Money } from '@/lib/platform/money'

/** A cart in several currencies is paid one after the other. */
export function CurrencyChoice({ totals }: { totals: Money[] }) {
  const t = useTranslations('checkout.currencies')
  const locale = useLocale()
  return (
    <div className="wrap grid max-w-3xl justify-items-start gap-4 py-12">
      <h1 className="display text-2xl">{t('title')}</h1>
      <p className="text-lg text-muted">{t('text', { count: totals.length })}</p>
      <ul className="flex flex-wrap gap-3">
        {totals.map((total) => (
          <li key={total.currency}>
            <Link
              href={`/checkout?currency=${total.currency}`}
              className={buttonStyle({ size: 'large', className: 'figures' })}
            >
              {t('pay', { total: formatMoney(total, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
