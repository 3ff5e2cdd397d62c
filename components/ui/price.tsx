import { useLocale } from 'next-intl'
import { formatMoney, type Money } from '@/lib/platform/money'
import { cn } from './cn'

/** A price in the visitor's locale. `short` drops empty decimals (€45), for lists; totals keep them. */
export function Price({ money, short, className }: { money: Money; short?: boolean; className?: string }) {
  const text = formatMoney(money, useLocale(), { short })
  return <span className={cn('figures whitespace-nowrap', className)}>{text}</span>
}
