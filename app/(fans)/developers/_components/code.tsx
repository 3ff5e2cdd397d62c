import { GeistMono } from 'geist/font/mono'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A name from the API, in running text. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return <code className={cn(GeistMono.className, 'text-[0.92em]', className)}>{children}</code>
}

/** Text of the document: what stands between backticks is a name. */
export function Prose({ text }: { text: string }) {
  const parts = [...text.matchAll(/`([^`]*)`|[^`]+/g)]
  return parts.map((part) => (part[1] === undefined ? part[0] : <Code key={part.index}>{part[1]}</Code>))
}

/** Lines to copy. They are folded rather than scrolled: nothing hides, and a keyboard has nothing to reach. */
export function Listing({ children }: { children: string }) {
  return (
    <pre
      className={cn(
        GeistMono.className,
        'whitespace-pre-wrap rounded-paper bg-sunk p-4 text-sm leading-6 [overflow-wrap:anywhere]',
      )}
    >
      {children}
    </pre>
  )
}
