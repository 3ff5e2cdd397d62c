'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonStyle } from './button'
import { cn } from './cn'

/** Owns open and closed; uncontrolled with a `DialogTrigger`, or controlled by `open` and `onOpenChange`. */
export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger
export const DialogClose = Radix.Close

export type DialogContentProps = {
  title: ReactNode
  description?: ReactNode
  /** Names the closing cross, e.g. `t('close')` of `common`. */
  closeLabel: string
  children?: ReactNode
  /** Buttons, the primary one last. */
  actions?: ReactNode
  className?: string
}

/** A question that must be answered before going on. Focus is kept inside and given back. */
export function DialogContent({ className, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-veil-in bg-veil" />
      <Radix.Content
        {...(props.description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[85dvh] max-w-lg -translate-y-1/2 overflow-y-auto',
          'animate-veil-in rounded-control bg-raised p-6 shadow-lift',
          className,
        )}
      >
        <DialogFrame {...props} />
      </Radix.Content>
    </Radix.Portal>
  )
}

/** Title, description, body, actions and the closing cross; shared by dialog and sheet. */
export function DialogFrame({ title, description, closeLabel, children, actions }: DialogContentProps) {
  return (
    <>
      <Radix.Title className="display pe-12 text-xl">{title}</Radix.Title>
      {description && <Radix.Description className="mt-2 text-muted">{description}</Radix.Description>}
      {children && <div className="mt-4">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
      <Radix.Close
        aria-label={closeLabel}
        className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), 'absolute end-3 top-3')}
      >
        <X aria-hidden className="size-5" />
      </Radix.Close>
    </>
  )
}
