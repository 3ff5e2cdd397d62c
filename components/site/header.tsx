import { Search } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonStyle } from '../ui/button'
import { cn } from '../ui/cn'
import { LightsToggle } from './lights-toggle'
import { Wordmark } from './mark'
import { SearchForm } from './search-form'
import type { Theme } from './theme'
import type { KeepTheme } from './use-theme'

type Props = {
  theme: Theme
  keepTheme: KeepTheme
  /** `CartLink`, or something that waits for its count. */
  cart: ReactNode
  /** `AccountMenu`. */
  account: ReactNode
}

/** One line, 64 px: name, search, lights, account, cart. On a phone the search folds out below. */
export function SiteHeader({ theme, keepTheme, cart, account }: Props) {
  const t = useTranslations('site')
  return (
    <header className="relative z-30 border-line border-b bg-ground">
      <div className="wrap flex h-16 items-center gap-1 sm:gap-2">
        <Link
          href="/"
          prefetch={false}
          aria-label={t('home')}
          className="me-auto rounded-control py-2 text-xl"
        >
          <Wordmark />
        </Link>
        <SearchForm id="search" className="w-80 max-md:hidden lg:me-2" />
        <details className="md:hidden">
          <summary className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }))} aria-label={t('search')}>
            <Search aria-hidden className="size-5" />
          </summary>
          <div className="absolute inset-x-0 top-full border-line border-b bg-ground px-4 py-3">
            <SearchForm id="search-phone" />
          </div>
        </details>
        <LightsToggle theme={theme} keepTheme={keepTheme} />
        {account}
        {cart}
      </div>
    </header>
  )
}
