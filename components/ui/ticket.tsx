import type { ReactNode } from 'react'
import { cn } from './cn'
import styles from './ticket.module.css'

type Props = {
  children: ReactNode
  /** The part that is torn off: the price, the action, the code. Left out, the ticket is torn along its perforation. */
  stub?: ReactNode
  /** Where the stub hangs: at the end of the line (`across`) or below (`down`). */
  direction?: 'across' | 'down'
  className?: string
  bodyClassName?: string
  stubClassName?: string
}

/** The shape of a ticket: body, perforation, stub. Use it where a ticket is meant and nowhere else. */
export function Ticket({
  children,
  stub,
  direction = 'across',
  className,
  bodyClassName,
  stubClassName,
}: Props) {
  return (
    <div className={cn(styles.ticket, styles[direction], !stub && styles.torn, className)}>
      <div className={cn(styles.body, bodyClassName)}>{children}</div>
      {stub && <div className={cn(styles.stub, stubClassName)}>{stub}</div>}
    </div>
  )
}
