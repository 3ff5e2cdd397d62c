'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { BestWish } from '@/lib/seat-map/best'
import type { Sale } from '../to-sale'
import { BestStepper } from './best-stepper'
import type { Prices } from './use-prices'
import type { Proposals } from './use-proposals'
import { categoriesUpTo, type SeatFilterHandle } from './use-seat-filter'

type Props = {
  sale: Sale
  prices: Prices
  proposals: Proposals
  filter: SeatFilterHandle
  /** Seats that can still be chosen. */
  room: number
  /** True below seats chosen already. */
  isSecond: boolean
  onFound(): void
}

/** For those who do not want to look for seats: how many, for how much, and three proposals are shown. */
export function BestSeats({ sale, prices, proposals, filter, room, isSecond, onFound }: Props) {
  const t = useTranslations('seats.best')
  const [wished, setWished] = useState(2)
  const [price, setPrice] = useState('')
  const [allowSplit, setSplit] = useState(false)
  const [accessible, setAccessible] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const quantity = Math.max(1, Math.min(wished, room))
  const find = async () => {
    setAsking(true)
    await proposals.find({ quantity, accessible, allowSplit, among: amongOf(sale, price) })
    setAsking(false)
    onFound()
  }
  const sold = sale.prices.filter(({ ticketTypes }) => ticketTypes.length > 0)
  return (
    <section aria-label={t('title')} className="grid gap-3">
      <h2 className={isSecond ? 'font-semibold' : 'display text-xl'}>{t('title')}</h2>
      <div className="flex gap-2">
        <BestStepper value={quantity} max={room} onChange={setWished} />
        <div className="min-w-0 grow">
          <Select aria-label={t('category')} value={price} onChange={({ target }) => setPrice(target.value)}>
            <option value="">{t('anywhere')}</option>
            {filter.ceilings.map(({ amount, text }) => (
              <option key={amount} value={`max:${amount}`}>
                {t('upTo', { price: text })}
              </option>
            ))}
            {sold.map(({ category: { id, name, index } }) => (
              <option key={id} value={`only:${index}`}>
                {t('option', { name, price: prices.ofCategory(index) ?? '' })}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-5">
        {quantity > 1 && <Check text={t('split')} isOn={allowSplit} onChange={setSplit} />}
        {filter.hasAccessible && <Check text={t('accessible')} isOn={accessible} onChange={setAccessible} />}
      </div>
      <Button pending={isAsking} onClick={find}>
        {t('find', { count: quantity })}
      </Button>
    </section>
  )
}

/** `max:4500` in minor units, or `only:2` by category index. */
function amongOf(sale: Sale, price: string): BestWish['among'] {
  const [kind, value] = price.split(':')
  if (kind === 'max') return categoriesUpTo(sale, Number(value))
  return kind === 'only' ? new Set([Number(value)]) : undefined
}

type CheckProps = { text: string; isOn: boolean; onChange(isOn: boolean): void }

function Check({ text, isOn, onChange }: CheckProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
        className="size-5 accent-ink"
      />
      {text}
    </label>
  )
}
