import { Heading, Section } from '@react-email/components'
import type { ReactNode } from 'react'
import { decideHeadInks } from '../../documents/rules'
import type { TicketDocument } from '../../documents/types'
import { Card, display } from './frame'

type Props = { of: Pick<TicketDocument, 'event' | 'poster'>; marginTop: number; children: ReactNode }

/** An event under its title in the inks of its poster, as the ticket itself looks. */
export function Playbill({ of: { event, poster }, marginTop, children }: Props) {
  const inks = decideHeadInks(poster)
  return (
    <Section style={{ marginTop }}>
      <Section
        style={{ backgroundColor: inks.ground, borderRadius: '4px 4px 0 0', padding: '26px 22px 22px' }}
      >
        <Heading as="h2" style={{ ...display(27), color: inks.type }}>
          {event.title}
        </Heading>
      </Section>
      <Card style={{ borderTop: 'none', borderRadius: '0 0 4px 4px' }}>{children}</Card>
    </Section>
  )
}
