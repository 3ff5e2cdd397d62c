'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Sale } from '../to-sale'
import type { Prices } from './use-prices'
import type { SeatChoice } from './use-seat-choice'

type Props = {
  sale: Sale
  seats: Seats
  choice: SeatChoice
  prices: Prices
  /** Seats chosen already. */
  count: number
  onHeld(): void
}

/** For those who do not want to look for seats: how many, which price, and the best of them are held. */
export function BestSeats({ sale, seats, choice, prices, count, onHeld }: Props) {
  const t = useTranslations('seats.best')
  const [wished, setWished] = useState(2)
  const [category, setCategory] = useState('')
  const [isAsking, setAsking] = useState(false)
  const room = seats.state.maxSeats - count
  const quantity = Math.max(1, Math.min(wished, room))
  const sold = sale.prices.filter(({ ticketTypes }) => ticketTypes.length > 0)
  const hold = async () => {
    setAsking(true)
    const found = await seats.store.holdBest(quantity, category || undefined)
    setAsking(false)
    if (found.length === 0) return
    choice.show(found)
    onHeld()
  }
  if (room === 0 || !choice.hasFree) return null
  return (
    <section aria-label={t('title')} className="grid gap-3">
      <h2 className={count > 0 ? 'font-semibold' : 'display text-xl'}>{t('title')}</h2>
      <div className="flex gap-2">
        <Stepper value={quantity} max={room} onChange={setWished} />
        <div className="min-w-0 grow">
          <Select
            aria-label={t('category')}
            value={category}
            onChange={({ target }) => setCategory(target.value)}
          >
            <option value="">{t('anywhere')}</option>
            {sold.map(({ category: { id, name, index } }) => (
              <option key={id} value={id}>
                {t('option', { name, price: prices.ofCategory(index) ?? '' })}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <Button pending={isAsking} onClick={hold}>
        {t('hold', { count: quantity })}
      </Button>
    </section>
  )
}

type StepperProps = { value: number; max: number; onChange(value: number): void }

function Stepper({ value, max, onChange }: StepperProps) {
  const t = useTranslations('seats.best')
  return (
    <fieldset
      aria-label={t('quantity')}
      className="flex h-11 shrink-0 items-center rounded-control border-[1.5px] border-line-strong"
    >
      <Step label={t('fewer')} disabled={value <= 1} onClick={() => onChange(value - 1)} icon={Minus} />
      <output className="figures w-7 text-center font-semibold" aria-live="polite">
        {value}
      </output>
      <Step label={t('more')} disabled={value >= max} onClick={() => onChange(value + 1)} icon={Plus} />
    </fieldset>
  )
}

type StepProps = { label: string; disabled: boolean; onClick(): void; icon: typeof Plus }

function Step({ label, disabled, onClick, icon: Icon }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-10 place-items-center transition-colors hover:bg-sunk disabled:opacity-40 dark:hover:bg-raised"
    >
      <Icon aria-hidden className="size-4" />
    </button>
  )
}
