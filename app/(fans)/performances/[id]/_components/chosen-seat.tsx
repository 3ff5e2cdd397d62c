'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { SeatLine } from '@/components/cart/seat-line'
import { SeatSign } from '@/components/seat-map/seat-sign'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Price } from '@/components/ui/price'
import type { TicketTypePrice } from '@/lib/events/types'
import { formatMoney } from '@/lib/platform/money'
import type { HeldSeat } from '@/lib/reservations/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'

type Props = {
  seat: HeldSeat
  map: SeatMap | null
  types: TicketTypePrice[]
  onType(ticketType: string): Promise<void>
  onRelease(): void
}

/** A seat that is mine: where, as what, for how much; and the way to give it back. */
export function ChosenSeat({ seat, map, types, onType, onRelease }: Props) {
  const t = useTranslations('seats.choice')
  const kind = map?.sections[map.sectionOf[seat.index] ?? -1]?.kind
  const name = t('seatName', { section: seat.section, row: seat.row, number: seat.number })
  return (
    <li className="grid animate-rise-in grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-3 py-2">
      <SeatSign look="mine" />
      <SeatLine {...seat} kind={kind} />
      <Price money={seat.price} className="font-semibold" />
      <button
        type="button"
        aria-label={t('release', { seat: name })}
        title={t('releaseShort')}
        onClick={onRelease}
        className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), '-me-3')}
      >
        <X aria-hidden className="size-4" />
      </button>
      {types.length > 1 && <TypeChoice {...{ seat, types, name, onType }} />}
    </li>
  )
}

/** The new type shows at once, its price with the server's answer. */
function TypeChoice({
  seat,
  types,
  name,
  onType,
}: Pick<Props, 'seat' | 'types' | 'onType'> & { name: string }) {
  const t = useTranslations('seats.choice')
  const locale = useLocale()
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <select
      aria-label={t('type', { seat: name })}
      value={asked ?? seat.ticketType.id}
      onChange={({ target }) => {
        setAsked(target.value)
        onType(target.value).finally(() => setAsked(null))
      }}
      className="col-span-3 col-start-2 -ms-2 min-h-9 max-w-full [field-sizing:content] cursor-pointer justify-self-start rounded-control border border-transparent bg-transparent px-1.5 text-sm hover:border-line-strong"
    >
      {types.map(({ id, name: type, price }) => (
        <option key={id} value={id} className="bg-raised text-ink">
          {t('typeOption', { type, price: formatMoney(price, locale, { short: true }) })}
        </option>
      ))}
    </select>
  )
}

/** Asked for, not yet answered. */
export function AskedSeat({ index, map, price }: { index: number; map: SeatMap; price?: string }) {
  const section = map.sections[map.sectionOf[index] ?? -1]
  const row = map.rows[map.rowOf[index] ?? -1]
  return (
    <li
      className="grid min-h-15 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 py-2 pe-11 text-muted"
      aria-busy
    >
      <SeatSign look="pending" />
      <SeatLine
        section={section?.name ?? ''}
        row={row?.name ?? ''}
        number={map.numberOf(index)}
        kind={section?.kind}
      />
      <span className="figures">{price}</span>
    </li>
  )
}
