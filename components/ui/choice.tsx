import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  type: 'radio' | 'checkbox'
  label: ReactNode
  hint?: ReactNode
}

/** A radio or a checkbox whose whole row is the target. Put radios into a `fieldset` with a `legend`. */
export function Choice({ label, hint, className, ...rest }: Props) {
  return (
    <label
      className={cn(
        'flex min-h-11 cursor-pointer items-start gap-3 rounded-control border-[1.5px] border-line bg-surface px-4 py-3',
        'transition-colors hover:border-ink has-checked:border-ink has-disabled:opacity-45',
        className,
      )}
    >
      <input className="mt-0.5 size-5 shrink-0 accent-ink" {...rest} />
      <span className="grid gap-0.5">
        <span className="font-semibold leading-6">{label}</span>
        {hint && <span className="text-muted text-sm">{hint}</span>}
      </span>
    </label>
  )
}
