'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Props = { value: number; max: number; onChange(value: number): void }

/** How many seats together. */
export function BestStepper({ value, max, onChange }: Props) {
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
