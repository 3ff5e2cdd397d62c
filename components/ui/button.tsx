import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { Bulbs } from './bulbs'
import { cn } from './cn'

/** The look of a button, for what is a link or a summary: `<a className={buttonStyle({ variant: 'primary' })}>`. */
export const buttonStyle = cva(
  [
    'relative inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-control',
    'border-[1.5px] text-center font-semibold transition-colors active:translate-y-px',
    'disabled:pointer-events-none disabled:not-aria-busy:opacity-45 aria-disabled:pointer-events-none aria-disabled:opacity-45',
  ],
  {
    variants: {
      variant: {
        primary: 'border-accent-edge bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border-line-strong bg-transparent text-ink hover:border-ink hover:bg-surface',
        quiet: 'border-transparent bg-transparent text-ink hover:bg-sunk dark:hover:bg-raised',
        danger: 'border-danger bg-transparent text-danger hover:bg-danger-ground',
      },
      size: {
        small: 'min-h-9 px-3 text-sm',
        normal: 'min-h-11 px-4 text-base',
        large: 'min-h-14 px-6 text-lg',
        icon: 'size-11 p-0',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'normal' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyle> & {
    /** Keeps its width and its label for screen readers, shows running bulbs, takes no clicks. */
    pending?: boolean
  }

/** One `primary` a view at most: it is the accent, the thing to do next. */
export function Button({ variant, size, pending, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cn(buttonStyle({ variant, size }), className)}
      aria-busy={pending || undefined}
      {...rest}
      disabled={pending || rest.disabled}
    >
      <span className={cn('inline-flex items-center gap-2', pending && 'opacity-0')}>{children}</span>
      {pending && <Bulbs className="absolute inset-0 m-auto" />}
    </button>
  )
}
