import type { ReactNode } from 'react'
import { cn } from './cn'

/** Nothing here, and where to go instead. The drawing is a row with one seat still up. */
export function EmptyState({
  title,
  heading: Heading = 'h2',
  children,
  actions,
  className,
}: {
  title: ReactNode
  /** `h1` where it is the page. */
  heading?: 'h1' | 'h2'
  children?: ReactNode
  actions?: ReactNode
  className?: string
}) {
  return (
    <div className={cn('grid max-w-xl justify-items-start gap-4 py-16', className)}>
      <svg
        aria-hidden
        viewBox="0 0 190 40"
        className="h-10 text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
      >
        {[0, 1, 2, 3, 4].map((seat) =>
          seat === 2 ? (
            <path
              key={seat}
              className="text-ink"
              stroke="currentColor"
              d="M80 36V10a6 6 0 0 1 6-6h18a6 6 0 0 1 6 6v26M80 24h30"
            />
          ) : (
            <path
              key={seat}
              d={`M${seat * 38 + 4} 22h30M${seat * 38 + 7} 22v-8a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v8M${seat * 38 + 8} 22v14M${seat * 38 + 30} 22v14`}
            />
          ),
        )}
      </svg>
      <Heading className="display text-2xl">{title}</Heading>
      {children && <div className="text-lg text-muted">{children}</div>}
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  )
}
