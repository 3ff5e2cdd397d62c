import { Section, Text } from '@react-email/components'
import type { TicketDocument } from '../../documents/types'
import { emailCopy } from '../../words/next-intl'
import { describeSeat, formatDay, formatTime } from '../../words/rules'
import type { TransferMail } from '../types'
import { Action, body, Frame, small } from './frame'
import { Opening } from './opening'
import { Playbill } from './playbill'
import { TicketPicture } from './ticket-picture'

/** The mails of a ticket that changes hands: whose it is comes first, then what it is for, then what to do. */
export function TicketTransfer({ mail, pictureId }: { mail: TransferMail; pictureId: string | null }) {
  const t = emailCopy()
  const { kind, fromName, toName, ticket, url } = mail
  const people = { from: fromName, to: toName }
  return (
    <Frame preview={t(`transfer.${kind}.text`, people)} reference={ticket.reference}>
      <Opening
        title={t(`transfer.${kind}.title`, people)}
        hello={t('greeting', { name: kind === 'gone' ? fromName : toName })}
        text={t(`transfer.${kind}.text`, people)}
      />
      <Seat ticket={ticket} />
      {url ? (
        <Section style={{ margin: '24px 0 0' }}>
          <Action href={url}>{t(kind === 'offered' ? 'transfer.accept' : 'transfer.open')}</Action>
        </Section>
      ) : null}
      {pictureId ? <TicketPicture ticket={ticket} contentId={pictureId} marginTop={32} /> : null}
      <Text className="muted" style={{ ...small, margin: '20px 0 0' }}>
        {t(`transfer.${kind}.note`, people)}
      </Text>
    </Frame>
  )
}

function Seat({ ticket }: { ticket: TicketDocument }) {
  const { venue, startsAt, seat } = ticket
  return (
    <Playbill of={ticket} marginTop={20}>
      <Text className="ink" style={{ ...body, fontWeight: 650 }}>
        {describeSeat(seat)}
      </Text>
      <Text className="ink" style={body}>
        {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)}
      </Text>
      <Text className="muted" style={{ ...small, marginTop: 2 }}>
        {[venue.name, venue.address, venue.city].filter(Boolean).join(', ')}
      </Text>
    </Playbill>
  )
}
