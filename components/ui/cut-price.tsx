import { useTranslations } from 'next-intl'
import type { Money } from '@/lib/platform/money'
import { cn } from './cn'
import { Price } from './price'
import { VisuallyHidden } from './visually-hidden'

/** A price, and what it was before something came off. */
export function CutPrice({ money, was, className }: { money: Money; was?: Money; className?: string }) {
  const t = useTranslations('common')
  if (!was) return <Price money={money} className={className} />
  return (
    <span className={cn('flex flex-wrap items-baseline justify-end gap-x-2', className)}>
      <s className="font-normal text-muted text-sm">
        <VisuallyHidden>{t('was')} </VisuallyHidden>
        <Price money={was} />
      </s>
      <Price money={money} />
    </span>
  )
}
