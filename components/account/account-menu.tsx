import { CircleUserRound, LogOut, Settings, Tickets } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'
import { SubmitButton } from '../ui/submit-button'
import type { SignInWays } from './sign-in-dialog'
import { SignInLink } from './sign-in-link'

const ROW = 'w-full justify-start'

type Props = SignInWays & { name: string | null; signOut: () => Promise<void> }

/** For the header: the way to sign in, or the menu of who is signed in. A native popover, so it needs no JavaScript. */
export function AccountMenu({ name, signOut, ...ways }: Props) {
  const t = useTranslations('account.menu')
  if (name === null) {
    return (
      <SignInLink {...ways} className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}>
        <CircleUserRound aria-hidden className="size-5" />
        <span className="max-sm:sr-only">{ways.words.menu}</span>
      </SignInLink>
    )
  }
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={t('open', { name })}
        className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}
      >
        <CircleUserRound aria-hidden className="size-5" />
        <span className="max-w-40 truncate max-sm:sr-only">{name}</span>
      </button>
      <div
        id="account-menu"
        popover="auto"
        className={cn(
          'inset-auto top-16 w-60 rounded-control bg-raised p-2 text-ink shadow-lift open:animate-rise-in',
          'end-[max(1rem,calc((100vw-90rem)/2+3.5rem))]',
        )}
      >
        <p className="truncate px-4 pt-1 pb-2 text-muted text-sm">{t('signedInAs', { name })}</p>
        <Link href="/orders" className={cn(buttonStyle({ variant: 'quiet' }), ROW)}>
          <Tickets aria-hidden className="size-5" />
          {t('orders')}
        </Link>
        <Link href="/account" className={cn(buttonStyle({ variant: 'quiet' }), ROW)}>
          <Settings aria-hidden className="size-5" />
          {t('account')}
        </Link>
        <form action={signOut}>
          <SubmitButton variant="quiet" className={ROW}>
            <LogOut aria-hidden className="size-5" />
            {t('signOut')}
          </SubmitButton>
        </form>
      </div>
    </>
  )
}
