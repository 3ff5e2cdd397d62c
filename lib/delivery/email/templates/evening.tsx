import { Text } from '@react-email/components'
import type { ReactNode } from 'react'
import type { DocumentVenue, TicketDocument } from '../../documents/types'
import { formatDay, formatTime } from '../../words/rules'
import { body, small } from './frame'
import { Playbill } from './playbill'

type Props = {
  of: Pick<TicketDocument, 'event' | 'poster'> & { venue: DocumentVenue; startsAt: string }
  children: ReactNode
}

/** What a mail is about: the event in the inks of its poster, when and where; then what is said of it. */
export function Evening({ of, children }: Props) {
  const { venue, startsAt } = of
  return (
    <Playbill of={of} marginTop={28}>
      <Text className="ink" style={{ ...body, fontWeight: 650 }}>
        {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)}
      </Text>
      <Text className="muted" style={{ ...small, marginTop: 2 }}>
        {[venue.name, venue.address, venue.city].filter(Boolean).join(', ')}
      </Text>
      {children}
    </Playbill>
  )
}
