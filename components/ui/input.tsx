import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Shared by input, textarea and select, so that they line up. */
export const controlStyle = [
  'w-full rounded-control border-[1.5px] border-line-strong bg-surface px-3 text-base text-ink transition-colors',
  'placeholder:text-muted hover:border-ink aria-invalid:border-danger disabled:opacity-45',
].join(' ')

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(controlStyle, 'h-11', className)} {...rest} />
}
