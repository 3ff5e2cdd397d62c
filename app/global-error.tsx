'use client'

import { Button, buttonStyle } from '@/components/ui/button'
import './globals.css'

/**
 * The root layout itself broke, and the messages and fonts with it: the one page whose words stand in its code, in
 * English.
 */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>The lights flickered</title>
        <main className="wrap grid max-w-xl justify-items-start gap-4 py-24" role="alert">
          <h1 className="text-2xl">The lights flickered.</h1>
          <p className="text-lg text-muted">
            Something broke on our side. Seats you hold stay yours until their time is up, and nothing was
            charged.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            {/* A whole new page: what broke is the frame around every link. */}
            <a href="/cart" className={buttonStyle({ variant: 'secondary' })}>
              To your cart
            </a>
          </div>
        </main>
      </body>
    </html>
  )
}
