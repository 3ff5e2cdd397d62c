'use client'

import { useTranslations } from 'next-intl'
import { Price } from '@/components/ui/price'
import type { JoinCategory } from '../join-state'
import { isAmple } from '../read-wish'

type Props = {
  categories: JoinCategory[]
  /** Index of the category, or '' for none. */
  chosen: string
  error: string | undefined
}

/** Where one would sit: each category with its price and how many wait; where there are seats enough, none can wait. */
export function CategoryChoice({ categories, chosen, error }: Props) {
  const t = useTranslations('waiting.form')
  return (
    <fieldset className="grid gap-2" aria-describedby={error && 'category-error'}>
      <legend className="float-left mb-1.5 font-semibold text-sm">{t('category')}</legend>
      {categories.map((one) => (
        <label
          key={one.category}
          className="flex min-h-14 cursor-pointer items-center gap-3 rounded-control border-[1.5px] border-line px-4 py-2 has-checked:border-ink has-disabled:cursor-default has-checked:bg-surface has-disabled:text-muted"
        >
          <input
            type="radio"
            name="category"
            value={one.category}
            required
            defaultChecked={chosen === String(one.category)}
            disabled={isAmple(one)}
            className="size-4 shrink-0 accent-ink"
          />
          <span aria-hidden className="size-3 shrink-0 rounded-full" style={{ backgroundColor: one.color }} />
          <span className="wrap-anywhere min-w-0 grow">
            <span className="font-medium">{one.name}</span>
            <span className="figures block text-muted text-sm">
              {one.freeSeats > 0 && one.waiting === 0
                ? t('free', { count: one.freeSeats })
                : t('waiting', { count: one.waiting })}
            </span>
          </span>
          <Price money={one.fromPrice} short className="font-semibold" />
        </label>
      ))}
      {error && (
        <p id="category-error" className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  )
}
