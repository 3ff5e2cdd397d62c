import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/**
 * Gives client components below it the named message namespaces (and `common`), and no others: what a page does not
 * use is not shipped. A nested one replaces the outer, so name every namespace the part needs.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: string[]
  children: ReactNode
}) {
  const all = await getMessages()
  const wanted = ['common', ...namespaces]
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
