import { Heading, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import type { DocumentVenue } from '../../documents/types'
import { formatDay, formatTime } from '../../words/rules'
import { body, display, small } from './frame'

type Props = {
  performance: { title: string; startsAt: string; venue: DocumentVenue; seats: readonly string[] }
  /** A seat as the mail wants it said. */
  write?: (seat: string) => ReactNode
  children?: ReactNode
}

/** The seats of one performance that a mail is about, a line each. */
export function SeatList({ performance, write = (seat) => seat, children }: Props) {
  const { title, venue, startsAt, seats } = performance
  return (
    <Section style={{ marginTop: 24 }}>
      <Heading as="h2" className="ink" style={display(24)}>
        {title}
      </Heading>
      <Text className="muted" style={{ ...small, margin: '4px 0 10px' }}>
        {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)} · {venue.name}, {venue.city}
      </Text>
      {seats.map((seat) => (
        <Text key={seat} className="ink" style={body}>
          {write(seat)}
        </Text>
      ))}
      {children}
    </Section>
  )
}
