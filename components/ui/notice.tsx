import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const TONES = {
  info: { icon: Info, look: 'border-line-strong bg-surface text-ink', role: 'status' },
  good: { icon: CircleCheck, look: 'border-good bg-good-ground text-good', role: 'status' },
  danger: { icon: CircleAlert, look: 'border-danger bg-danger-ground text-danger', role: 'alert' },
} as const

type Props = {
  tone?: keyof typeof TONES
  /** What happened. */
  title: ReactNode
  /** What it means for the seats and the money, and what to do. */
  children?: ReactNode
  /** Buttons or links. */
  actions?: ReactNode
  className?: string
}

/** Says what happened. `danger` interrupts a screen reader, the others wait their turn. */
export function Notice({ tone = 'info', title, children, actions, className }: Props) {
  const { icon: Icon, look, role } = TONES[tone]
  return (
    <div role={role} className={cn('flex gap-3 rounded-control border-[1.5px] p-4', look, className)}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-ink">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2 text-ink">{actions}</div>}
      </div>
    </div>
  )
}
