'use client'

import { Dialog as Radix } from 'radix-ui'
import { cn } from './cn'
import { type DialogContentProps, DialogFrame } from './dialog'

export const Sheet = Radix.Root
export const SheetTrigger = Radix.Trigger
export const SheetClose = Radix.Close

/** Rises from the bottom on a phone, stands at the end side from 48 rem. For a choice that belongs to the page behind. */
export function SheetContent({ className, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-veil-in bg-veil" />
      <Radix.Content
        {...(props.description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] animate-sheet-in overflow-y-auto rounded-t-sheet bg-raised',
          'p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] shadow-lift',
          'md:inset-y-0 md:start-auto md:end-0 md:max-h-none md:w-105 md:animate-rise-in md:rounded-none',
          className,
        )}
      >
        <DialogFrame {...props} />
      </Radix.Content>
    </Radix.Portal>
  )
}
