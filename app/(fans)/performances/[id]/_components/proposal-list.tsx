'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useSeatWords } from '@/components/seat-map/use-seat-words'
import { Button, buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Price } from '@/components/ui/price'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { viewFromSeat } from '@/lib/seat-map/seat-view'
import type { Prices } from './use-prices'
import type { Proposals } from './use-proposals'

/** `isSecond`: below seats chosen already, whose checkout is the next thing to do. */
type Props = { map: SeatMap; prices: Prices; proposals: Proposals; isSecond: boolean }

/** Up to three choices to compare: the one looked at is shown on the map, and held only when asked for. */
export function ProposalList({ map, prices, proposals, isSecond }: Props) {
  const t = useTranslations('seats.proposals')
  const name = useId()
  const { list, at } = proposals
  const count = list[at]?.length ?? 0
  return (
    <fieldset aria-label={t('title', { count: list.length })} className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {t('title', { count: list.length })}
        </p>
        <button
          type="button"
          aria-label={t('close')}
          onClick={proposals.clear}
          className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), '-my-2 -me-3')}
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <div className="grid gap-1.5">
        {list.map((seats, index) => (
          <Proposal
            key={seats[0]}
            {...{ map, prices, seats, name }}
            isOn={index === at}
            onLook={() => proposals.look(index)}
          />
        ))}
      </div>
      <Button
        variant={isSecond ? 'secondary' : 'primary'}
        pending={proposals.isHolding}
        onClick={proposals.hold}
      >
        {t('hold', { count })}
      </Button>
    </fieldset>
  )
}

type ProposalProps = {
  map: SeatMap
  prices: Prices
  seats: number[]
  name: string
  isOn: boolean
  onLook(): void
}

function Proposal({ map, prices, seats, name, isOn, onLook }: ProposalProps) {
  const words = useSeatWords(map)
  const cost = prices.totalOf(seats)
  const middle = seats[seats.length >> 1] ?? 0
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-control border-[1.5px] border-line px-3 py-2 transition-colors hover:border-line-strong has-checked:border-ink">
      <input
        type="radio"
        name={name}
        checked={isOn}
        onChange={onLook}
        className="mt-0.5 size-4.5 shrink-0 accent-ink"
      />
      <span className="min-w-0 grow text-sm">
        <span className="block font-semibold">{words.blocks(seats)}</span>
        <span className="block text-muted">{words.view(viewFromSeat(map, middle))}</span>
      </span>
      {cost && <Price money={cost} className="font-semibold text-sm" />}
    </label>
  )
}
