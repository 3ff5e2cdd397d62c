import type { ReactNode } from 'react'
import { Price } from '@/components/ui/price'
import type { Money } from '@/lib/platform/money'

/** What comes on top of the seats, or goes off them. */
export function AmountLine({ label, money }: { label: ReactNode; money: Money }) {
  return (
    <p className="flex items-baseline justify-between gap-4">
      <span>{label}</span>
      <Price money={money} />
    </p>
  )
}
