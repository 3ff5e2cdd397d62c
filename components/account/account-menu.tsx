import { CircleUserRound, LogOut, Tickets } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'
import { SubmitButton } from '../ui/submit-button'

const ROW = 'w-full justify-start'

/** For the header: the way to sign in, or the menu of who is signed in. A native popover, so it needs no JavaScript. */
export function AccountMenu({ name, signOut }: { name: string | null; signOut: () => Promise<void> }) {
  const t = useTranslations('account.menu')
  if (name === null) {
    return (
      <Link href="/sign-in" className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}>
        <CircleUserRound aria-hidden className="size-5" />
        <span className="max-sm:sr-only">{t('signIn')}</span>
      </Link>
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
