import { cn } from '../ui/cn'

/** A T left standing where two tickets were bitten out of a block. Drawn in the colour of the text around it. */
function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={cn('size-6', className)} fill="currentColor">
      <path d="M1 1h22v9a6.5 6.5 0 0 0-6.5 6.5V23h-9v-6.5A6.5 6.5 0 0 0 1 10z" />
    </svg>
  )
}

/** The mark and the name. The name is not translated. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <Mark className="size-[0.82em]" />
      <span className="display">TicketBoss</span>
    </span>
  )
}
