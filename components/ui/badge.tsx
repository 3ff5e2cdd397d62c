import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const badgeStyle = cva(
  'inline-flex items-center gap-1 whitespace-nowrap rounded-paper border-[1.5px] px-1.5 font-semibold text-sm leading-5',
  {
    variants: {
      tone: {
        quiet: 'border-line text-muted',
        plain: 'border-ink text-ink',
        solid: 'border-ink bg-ink text-ground',
        good: 'border-good bg-good-ground text-good',
        danger: 'border-danger bg-danger-ground text-danger',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
)

/** A state in a word or two. Never in the accent: a badge is not something to do. */
export function Badge({
  tone,
  className,
  ...rest
}: ComponentProps<'span'> & VariantProps<typeof badgeStyle>) {
  return <span className={cn(badgeStyle({ tone }), className)} {...rest} />
}
