import type { ReactNode } from 'react'

/** The narrow column of sign-in and its neighbours. */
export function AccountPage({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="wrap py-12 sm:py-20">
      <div className="mx-auto grid max-w-md gap-8">
        <header className="grid gap-3">
          <h1 className="display text-2xl">{title}</h1>
          {text && <p className="text-lg text-muted">{text}</p>}
        </header>
        {children}
      </div>
    </div>
  )
}
