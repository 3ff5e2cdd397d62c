import { ArrowLeft, ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from './button'

type Props = {
  /** Names the landmark, e.g. "Pages of events". */
  label: string
  /** Back to the start; leave out on the first page. */
  first?: { href: string; text: string }
  /** Leave out on the last page. */
  next?: { href: string; text: string }
}

/** Pages of a cursor: on to the next, or back to the first. Nothing when there is but one. */
export function Pagination({ label, first, next }: Props) {
  if (!first && !next) return null
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-6"
    >
      {first ? (
        <Link href={first.href} className={buttonStyle({ variant: 'quiet' })}>
          <ArrowLeft aria-hidden className="size-4" />
          {first.text}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={next.href} rel="next" className={buttonStyle({ variant: 'secondary' })}>
          {next.text}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
