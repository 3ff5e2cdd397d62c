import { cn } from './cn'

/** A block in the place and size of what is coming. Wrap a group of them in an element with `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('block animate-shimmer rounded-control bg-sunk dark:bg-raised', className)}
    />
  )
}
