import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlStyle } from './input'

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={4} className={cn(controlStyle, 'py-2.5 leading-normal', className)} {...rest} />
}
