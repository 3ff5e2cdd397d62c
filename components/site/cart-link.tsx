import { Ticket } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'

/** The way to the cart, with how many seats are in it. */
export function CartLink({ count }: { count: number }) {
  const t = useTranslations('site.cart')
  return (
    <Link
      prefetch={false}
      href="/cart"
      className={cn(buttonStyle({ variant: 'quiet' }), 'px-3')}
      aria-label={t('count', { count })}
    >
      <Ticket aria-hidden className="size-5" />
      <span aria-hidden className="max-sm:sr-only">
        {t('short')}
      </span>{' '}
      {count > 0 && (
        <span
          aria-hidden
          className="figures grid h-6 min-w-6 place-items-center rounded-full bg-ink px-1.5 text-ground text-sm"
        >
          {count}
        </span>
      )}
    </Link>
  )
}
