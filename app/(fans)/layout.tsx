import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AccountLink } from '@/components/site/account-link'
import { CartLink } from '@/components/site/cart-link'
import { SiteFooter } from '@/components/site/footer'
import { SiteHeader } from '@/components/site/header'
import { SkipLink } from '@/components/site/skip-link'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'
import { chooseTheme } from '../actions'

export default async function FansLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const theme = readTheme(jar.get(THEME_COOKIE)?.value)
  return (
    <>
      <SkipLink />
      <SiteHeader
        theme={theme}
        keepTheme={chooseTheme}
        account={<AccountLink name={null} />}
        cart={<CartLink count={0} />}
      />
      <main id="main" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <SiteFooter theme={theme} keepTheme={chooseTheme} />
    </>
  )
}
