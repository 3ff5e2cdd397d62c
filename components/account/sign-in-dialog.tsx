'use client'

import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/button'
import { SubmitButton } from '../ui/submit-button'
import { SignInForm, type SignInWords } from './sign-in-form'
import type { FormAction } from './types'

export type SignInWays = {
  signIn: FormAction
  /** Null where Google is not configured. */
  signInWithGoogle: ((form: FormData) => Promise<void>) | null
  words: SignInWords
}

/** The sign-in over a page, open from the moment it is there. `next` is the page it stands over. */
export function SignInDialog({
  next,
  onClose,
  signIn,
  signInWithGoogle,
  words,
}: SignInWays & { next: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // The browser would begin at the button that closes it.
    dialog.current?.querySelector<HTMLInputElement>('input[type=email]')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onClose={onClose}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-control border border-line bg-ground p-6 text-ink shadow-lift backdrop:bg-veil open:animate-rise-in sm:p-8"
    >
      <div className="grid gap-6">
        <header className="flex items-start justify-between gap-4">
          <h2 className="display text-2xl">{words.title}</h2>
          <Button
            variant="quiet"
            size="icon"
            aria-label={words.close}
            onClick={() => dialog.current?.close()}
            className="-me-2 -mt-2 shrink-0"
          >
            <X aria-hidden className="size-5" />
          </Button>
        </header>
        <SignInForm id="dialog" signIn={signIn} next={next} words={words} />
        {signInWithGoogle && (
          <form action={signInWithGoogle} className="grid border-line border-t pt-6">
            <input type="hidden" name="next" value={next} />
            <SubmitButton size="large">{words.google}</SubmitButton>
          </form>
        )}
      </div>
    </dialog>
  )
}
