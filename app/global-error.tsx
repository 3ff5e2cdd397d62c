'use client'

import { useSyncExternalStore } from 'react'
import { Button, buttonStyle } from '@/components/ui/button'
import { BROKEN_WORDS, browserLocale } from '@/lib/i18n/broken-words'
import './globals.css'

/**
 * A frame around the pages broke, the root layout's or the fans', and maybe the messages and fonts with it: the one page
 * whose words stand in the code, and whose language only the browser knows.
 */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const locale = useSyncExternalStore(subscribe, readBrowser, () => 'en' as const)
  const words = BROKEN_WORDS[locale]
  return (
    <html lang={locale}>
      <body>
        <title>{words.title}</title>
        <main className="wrap grid max-w-xl justify-items-start gap-4 py-24" role="alert">
          <h1 className="text-2xl">{words.title}</h1>
          <p className="text-lg text-muted">{words.text}</p>
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" onClick={reset}>
              {words.retry}
            </Button>
            {/* A whole new page: what broke is the frame around every link. */}
            <a href="/cart" className={buttonStyle({ variant: 'secondary' })}>
              {words.cart}
            </a>
          </div>
        </main>
      </body>
    </html>
  )
}

const subscribe = () => () => {}
const readBrowser = () => browserLocale(document.cookie, navigator.languages)
