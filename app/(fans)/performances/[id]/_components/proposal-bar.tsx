'use client'

import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSeatWords } from '@/components/seat-map/use-seat-words'
import { Button, buttonStyle } from '@/components/ui/button'
import { Price } from '@/components/ui/price'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { Prices } from './use-prices'
import type { Proposals } from './use-proposals'

type Props = { map: SeatMap; prices: Prices; proposals: Proposals }

/** The proposals on a phone: one at a time at the sheet's foot, so that the map above shows where it is. */
export function ProposalBar({ map, prices, proposals }: Props) {
  const t = useTranslations('seats.proposals')
  const words = useSeatWords(map)
  const { list, at, look } = proposals
  const seats = list[at] ?? []
  const cost = prices.totalOf(seats)
  const step = (by: number) => look((at + by + list.length) % list.length)
  return (
    <fieldset
      aria-label={t('title', { count: list.length })}
      className="grid min-h-22 gap-2 px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      <p role="status" className="flex items-baseline justify-between gap-3 pe-16 text-sm">
        <span className="min-w-0 truncate font-semibold">{words.blocks(seats)}</span>
        {cost && <Price money={cost} className="font-semibold" />}
      </p>
      <div className="flex items-center gap-1">
        <Step label={t('previous')} icon={ChevronLeft} onClick={() => step(-1)} />
        <span className="figures text-muted text-sm">{t('at', { at: at + 1, count: list.length })}</span>
        <Step label={t('next')} icon={ChevronRight} onClick={() => step(1)} />
        <Step label={t('close')} icon={X} onClick={proposals.clear} />
        <Button variant="primary" className="ms-auto" pending={proposals.isHolding} onClick={proposals.hold}>
          {t('hold', { count: seats.length })}
        </Button>
      </div>
    </fieldset>
  )
}

type StepProps = { label: string; icon: typeof X; onClick(): void }

function Step({ label, icon: Icon, onClick }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={buttonStyle({ variant: 'quiet', size: 'icon' })}
    >
      <Icon aria-hidden className="size-5" />
    </button>
  )
}
