import { CircleUserRound } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'

/** Sign in, or the account of who is signed in. */
export function AccountLink({ name }: { name: string | null }) {
  const t = useTranslations('site.account')
  const text = name === null ? t('signIn') : t('open', { name })
  return (
    <Link
      href={name === null ? '/sign-in' : '/account'}
      className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}
    >
      <CircleUserRound aria-hidden className="size-5" />
      <span className="max-w-40 truncate max-sm:sr-only">{name ?? text}</span>
    </Link>
  )
}
