import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

type Props = {
  title: string
  text: string /** Of the link to the catalogue. */
  home: string
  children?: ReactNode
}

/** A whole page with nothing on it, and the way to the catalogue. `children`: other ways on. */
export function NothingHere({ title, text, home, children }: Props) {
  const actions = (
    <>
      <Link href="/" className={buttonStyle({ variant: 'primary' })}>
        {home}
      </Link>
      {children}
    </>
  )
  return (
    <div className="wrap">
      <EmptyState heading="h1" title={title} actions={actions}>
        {text}
      </EmptyState>
    </div>
  )
}
