import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Price } from '@/components/ui/price'
import type { Money } from '@/lib/platform/money'

/** What it all comes to, per currency, and the one button. Stays in sight at the foot of a phone. */
export function CartTotal({ totals, count }: { totals: Money[]; count: number }) {
  const t = useTranslations('cart.total')
  return (
    <section
      aria-label={t('label')}
      className="sticky bottom-0 -mx-4 grid gap-3 border-line border-t bg-ground px-4 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] lg:top-8 lg:bottom-auto lg:mx-0 lg:gap-5 lg:border-t-0 lg:p-0"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold">{t('seats', { count })}</h2>
        <p className="grid justify-items-end">
          {totals.map((money) => (
            <Price key={money.currency} money={money} className="font-semibold text-xl" />
          ))}
        </p>
      </div>
      <Link
        href="/checkout"
        prefetch={false}
        className={cn(buttonStyle({ variant: 'primary', size: 'large' }), 'w-full')}
      >
        {t('checkOut')}
      </Link>
      <p className="text-muted text-sm">{totals.length > 1 ? t('currencies') : t('allIn')}</p>
    </section>
  )
}
