import { cn } from './cn'

/** Three marquee bulbs lighting in turn: something is under way. Decorative; say it in words beside it. */
export function Bulbs({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn('flex h-2 w-8 items-center justify-between', className)}>
      {[0, 160, 320].map((delayMs) => (
        <span
          key={delayMs}
          className="size-2 animate-bulb rounded-full bg-current"
          style={{ animationDelay: `${delayMs}ms` }}
        />
      ))}
    </span>
  )
}
