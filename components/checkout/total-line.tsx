import { Price } from '@/components/ui/price'
import type { Money } from '@/lib/platform/money'

/** The one sum that counts. */
export function TotalLine({ label, total }: { label: string; total: Money }) {
  return (
    <p className="flex items-baseline justify-between gap-4">
      <span className="font-semibold">{label}</span>
      <Price money={total} className="display text-xl" />
    </p>
  )
}
