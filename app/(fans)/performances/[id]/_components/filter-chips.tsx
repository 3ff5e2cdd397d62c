'use client'

import { Accessibility, ChevronDown, Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import type { SeatFilterHandle } from './use-seat-filter'

const CHIP =
  'flex min-h-9 shrink-0 items-center gap-2 whitespace-nowrap rounded-full border-[1.5px] px-3 text-sm transition-colors'
const LOOK = { on: 'border-ink bg-surface', off: 'border-line hover:border-line-strong' }

/** Beside the categories: a highest price, seats for wheelchairs, no restricted view; each where there is one. */
export function FilterChips({ filter }: { filter: SeatFilterHandle }) {
  const t = useTranslations('seats.filter')
  const { wish, change, ceilings } = filter
  return (
    <fieldset aria-label={t('label')} className="flex gap-2">
      {ceilings.length > 0 && (
        <span className={cn(CHIP, 'relative px-0', wish.ceiling === null ? LOOK.off : LOOK.on)}>
          <select
            aria-label={t('price')}
            value={wish.ceiling ?? ''}
            onChange={({ target }) => change({ ceiling: target.value === '' ? null : Number(target.value) })}
            className="figures min-h-9 cursor-pointer appearance-none rounded-full bg-transparent ps-3 pe-8"
          >
            <option value="" className="bg-raised text-ink">
              {t('anyPrice')}
            </option>
            {ceilings.map(({ amount, text }) => (
              <option key={amount} value={amount} className="bg-raised text-ink">
                {t('upTo', { price: text })}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute end-2.5 size-4 text-muted" />
        </span>
      )}
      {filter.hasAccessible && (
        <Toggle
          icon={Accessibility}
          text={t('accessible')}
          isOn={wish.accessibleOnly}
          onPress={() => change({ accessibleOnly: !wish.accessibleOnly })}
        />
      )}
      {filter.hasRestricted && (
        <Toggle
          icon={Eye}
          text={t('fullView')}
          isOn={wish.fullViewOnly}
          onPress={() => change({ fullViewOnly: !wish.fullViewOnly })}
        />
      )}
    </fieldset>
  )
}

type ToggleProps = { icon: typeof Eye; text: string; isOn: boolean; onPress(): void }

function Toggle({ icon: Icon, text, isOn, onPress }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={cn(CHIP, isOn ? LOOK.on : LOOK.off, isOn && 'font-semibold')}
    >
      <Icon aria-hidden className="size-4" />
      {text}
    </button>
  )
}
