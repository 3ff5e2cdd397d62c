import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/account/account-menu'
import { glanceAt } from '@/components/cart/cart-store'
import { LiveCartLink } from '@/components/cart/live-cart-link'
import { ForgetTickets } from '@/components/orders/forget-tickets'
import { SiteFooter } from '@/components/site/footer'
import { SiteHeader } from '@/components/site/header'
import { OfflineBanner } from '@/components/site/offline-banner'
import { SkipLink } from '@/components/site/skip-link'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'
import { hasGoogle } from '@/lib/accounts/providers/session'
import { currentOwner, currentUser } from '@/lib/accounts/session'
import { viewCart } from '@/lib/coordinator/view-cart'
import { chooseLanguage, chooseTheme } from '../actions'
import { signIn, signInWithGoogle, signOut } from './sign-in/actions'
import { signInWords } from './sign-in-words'
import { ownerTag } from './tickets/owner-tag'

export default async function FansLayout({ children }: { children: ReactNode }) {
  const now = new Date()
  const [jar, cart, user] = await Promise.all([cookies(), currentOwner().then(viewCart), currentUser()])
  const words = await signInWords()
  const theme = readTheme(jar.get(THEME_COOKIE)?.value)
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <ForgetTickets owner={ownerTag({ userId: user?.id })} />
      <SiteHeader
        theme={theme}
        keepTheme={chooseTheme}
        account={
          <AccountMenu
            name={user?.name ?? null}
            signIn={signIn}
            signInWithGoogle={hasGoogle ? signInWithGoogle : null}
            signOut={signOut}
            words={words}
          />
        }
        cart={<LiveCartLink glance={glanceAt(cart, now)} />}
      />
      <main id="main" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <SiteFooter theme={theme} keepTheme={chooseTheme} keepLanguage={chooseLanguage} />
    </>
  )
}
