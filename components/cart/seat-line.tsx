import { useTranslations } from 'next-intl'
import type { SectionKind } from '@/lib/seat-map/plan'

type Props = { section: string; row: string; number: string; kind?: SectionKind }

/** Where a seat is, in two lines. Places in a standing area have neither row nor number for people. */
export function SeatLine({ section, row, number, kind = 'seated' }: Props) {
  const t = useTranslations('cart.seat')
  return (
    <span className="grid min-w-0 leading-snug">
      <span className="truncate font-semibold">{section}</span>
      <span className="figures truncate text-muted text-sm">{t(kind, { row, number })}</span>
    </span>
  )
}
