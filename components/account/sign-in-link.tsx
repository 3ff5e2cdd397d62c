'use client'

import { usePathname } from 'next/navigation'
import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react'
import type { SignInWays } from './sign-in-dialog'

const PAGE = '/sign-in'

// Fetched when somebody wants it: no page waits for a form it does not show. Where it cannot be, there is the page.
const SignInDialog = lazy(async () => {
  try {
    return { default: (await import('./sign-in-dialog')).SignInDialog }
  } catch (error) {
    location.assign(PAGE)
    throw error
  }
})

type Props = SignInWays & { className: string; children: ReactNode }

/** Opens the sign-in over the page; without JavaScript, or with a modifier key, it is the link to its page. */
export function SignInLink(props: Props) {
  // Of one page: a link in the dialog leads to another, where it is closed.
  return <LinkWithDialog key={usePathname()} {...props} />
}

function LinkWithDialog({ className, children, ...ways }: Props) {
  const [next, setNext] = useState<string | null>(null)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    setNext(location.pathname + location.search)
  }
  return (
    <>
      <a href={PAGE} onClick={open} className={className}>
        {children}
      </a>
      {next !== null && (
        <Suspense>
          <SignInDialog {...ways} next={next} onClose={() => setNext(null)} />
        </Suspense>
      )}
    </>
  )
}
