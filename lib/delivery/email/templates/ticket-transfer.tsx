import { Heading, Img, Section, Text } from '@react-email/components'
import { decideHeadInks } from '../../documents/rules'
import type { TicketDocument } from '../../documents/types'
import { emailCopy } from '../../words/next-intl'
import { describeSeat, formatDay, formatTime } from '../../words/rules'
import type { TransferMail } from '../types'
import { Action, body, Card, display, Frame, small } from './frame'

/** The mails of a ticket that changes hands: whose it is comes first, then what it is for, then what to do. */
export function TicketTransfer({ mail, pictureId }: { mail: TransferMail; pictureId: string | null }) {
  const t = emailCopy()
  const { kind, fromName, toName, ticket, url } = mail
  const people = { from: fromName, to: toName }
  return (
    <Frame preview={t(`transfer.${kind}.text`, people)} reference={ticket.reference}>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {t(`transfer.${kind}.title`, people)}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {t('greeting', { name: kind === 'gone' ? fromName : toName })}
      </Text>
      <Text className="ink" style={{ ...body, margin: '0 0 12px' }}>
        {t(`transfer.${kind}.text`, people)}
      </Text>
      <Seat ticket={ticket} />
      {url ? (
        <Section style={{ margin: '24px 0 0' }}>
          <Action href={url}>{t(kind === 'offered' ? 'transfer.accept' : 'transfer.open')}</Action>
        </Section>
      ) : null}
      {pictureId ? (
        <Img
          src={`cid:${pictureId}`}
          alt={t('confirmation.ticketAlt', { title: ticket.event.title, seat: describeSeat(ticket.seat) })}
          width="360"
          style={{ width: '100%', maxWidth: 360, height: 'auto', margin: '32px auto 20px', borderRadius: 12 }}
        />
      ) : null}
      <Text className="muted" style={{ ...small, margin: '20px 0 0' }}>
        {t(`transfer.${kind}.note`, people)}
      </Text>
    </Frame>
  )
}

function Seat({ ticket }: { ticket: TicketDocument }) {
  const { event, venue, startsAt, seat, poster } = ticket
  const inks = decideHeadInks(poster)
  return (
    <Section style={{ marginTop: 20 }}>
      <Section
        style={{ backgroundColor: inks.ground, borderRadius: '4px 4px 0 0', padding: '26px 22px 22px' }}
      >
        <Heading as="h2" style={{ ...display(27), color: inks.type }}>
          {event.title}
        </Heading>
      </Section>
      <Card style={{ borderTop: 'none', borderRadius: '0 0 4px 4px' }}>
        <Text className="ink" style={{ ...body, fontWeight: 650 }}>
          {describeSeat(seat)}
        </Text>
        <Text className="ink" style={body}>
          {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)}
        </Text>
        <Text className="muted" style={{ ...small, marginTop: 2 }}>
          {[venue.name, venue.address, venue.city].filter(Boolean).join(', ')}
        </Text>
      </Card>
    </Section>
  )
}
