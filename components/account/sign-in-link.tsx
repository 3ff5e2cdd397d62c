'use client'

import { CircleUserRound, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'
import { SubmitButton } from '../ui/submit-button'
import type { SignInWords } from './sign-in-form'
import type { FormAction } from './types'

// Fetched when somebody wants it: no page waits for a form it does not show.
const SignInForm = lazy(() => import('./sign-in-form').then((module) => ({ default: module.SignInForm })))

type Props = {
  signIn: FormAction
  /** Null where Google is not configured. */
  signInWithGoogle: ((form: FormData) => Promise<void>) | null
  words: SignInWords
}

/** Opens the sign-in over the page; without JavaScript, or with a modifier key, it is the link to its page. */
export function SignInLink(props: Props) {
  // Of one page: a link in the dialog leads to another, where it is closed.
  return <LinkWithDialog key={usePathname()} {...props} />
}

function LinkWithDialog({ signIn, signInWithGoogle, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [next, setNext] = useState<string | null>(null)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    setNext(location.pathname + location.search)
    dialog.current?.showModal()
  }
  return (
    <>
      <a href="/sign-in" onClick={open} className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}>
        <CircleUserRound aria-hidden className="size-5" />
        <span className="max-sm:sr-only">{words.menu}</span>
      </a>
      <dialog
        ref={dialog}
        aria-label={words.title}
        onClose={() => setNext(null)}
        className={cn(
          'm-auto w-[min(28rem,calc(100vw-2rem))] rounded-control border border-line bg-ground p-6 text-ink shadow-lift',
          'backdrop:bg-veil open:animate-rise-in sm:p-8',
        )}
      >
        {next !== null && (
          <div className="grid gap-6">
            <header className="flex items-start justify-between gap-4">
              <h2 className="display text-2xl">{words.title}</h2>
              <button
                type="button"
                aria-label={words.close}
                onClick={() => dialog.current?.close()}
                className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), '-me-2 -mt-2 shrink-0')}
              >
                <X aria-hidden className="size-5" />
              </button>
            </header>
            <Suspense fallback={<div className="h-80" />}>
              <SignInForm id="dialog" signIn={signIn} next={next} words={words} isAsked />
            </Suspense>
            {signInWithGoogle && (
              <form action={signInWithGoogle} className="grid border-line border-t pt-6">
                <input type="hidden" name="next" value={next} />
                <SubmitButton size="large">{words.google}</SubmitButton>
              </form>
            )}
          </div>
        )}
      </dialog>
    </>
  )
}
