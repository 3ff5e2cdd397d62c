import { Column, Heading, Row, Section, Text } from '@react-email/components'
import type { TicketDocument } from '../../documents/types'
import { PALETTE } from '../../palette'
import { emailCopy } from '../../words/next-intl'
import { describeSeat, formatDay, formatPrice, formatTime } from '../../words/rules'
import type { OrderMail } from '../types'
import { Action, body, Card, display, Frame, small } from './frame'
import { Opening } from './opening'
import { Playbill } from './playbill'
import { TicketPicture } from './ticket-picture'

export type OrderConfirmationProps = {
  mail: OrderMail
  /** The tickets of each performance. */
  groups: TicketDocument[][]
  /** Content ids of the pictures shown, by ticket id; a ticket without one is in the PDF only. */
  pictures: ReadonlyMap<string, string>
}

/** The mail that carries the tickets. */
export function OrderConfirmation({ mail, groups, pictures }: OrderConfirmationProps) {
  const t = emailCopy()
  const count = mail.tickets.length
  const { startsAt, venue } = mail.tickets[0]!
  const when = { day: formatDay(startsAt, venue), time: formatTime(startsAt, venue) }
  const intro = mail.byPost ? t('confirmation.introPost', { count }) : t('confirmation.intro', { count })
  return (
    <Frame preview={t('confirmation.preview', when)} reference={mail.reference}>
      <Opening
        title={t('confirmation.title', { count })}
        hello={t('greeting', { name: mail.name })}
        text={intro}
        gap={24}
      />
      <Action href={mail.orderUrl}>{t('confirmation.button')}</Action>
      {groups.map((tickets) => (
        <Performance key={tickets[0]!.performanceId} tickets={tickets} />
      ))}
      <Pictures mail={mail} pictures={pictures} />
      <Summary mail={mail} events={groups.length} />
    </Frame>
  )
}

function Performance({ tickets }: { tickets: TicketDocument[] }) {
  const t = emailCopy()
  const { venue, startsAt, doorsAt } = tickets[0]!
  const doors = doorsAt ? `, ${t('confirmation.doors', { time: formatTime(doorsAt, venue) })}` : ''
  return (
    <Playbill of={tickets[0]!} marginTop={32}>
      <Text className="ink" style={{ ...body, fontWeight: 650 }}>
        {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)}
        {doors}
      </Text>
      <Text className="muted" style={{ ...small, margin: '2px 0 14px' }}>
        {[venue.name, venue.address, venue.city].filter(Boolean).join(', ')}
      </Text>
      {tickets.map((ticket) => (
        <Row key={ticket.ticketId} className="line" style={{ borderTop: `1px solid ${PALETTE.line}` }}>
          <Column style={{ padding: '10px 0' }}>
            <Text className="ink" style={body}>
              {describeSeat(ticket.seat)}
            </Text>
            <Text className="muted" style={small}>
              {ticket.ticketType}
            </Text>
          </Column>
          <Column style={{ padding: '10px 0', textAlign: 'right', verticalAlign: 'top', width: 96 }}>
            <Text className="ink" style={{ ...body, fontVariantNumeric: 'tabular-nums' }}>
              {formatPrice(ticket.price, venue.country)}
            </Text>
          </Column>
        </Row>
      ))}
    </Playbill>
  )
}

function Pictures({ mail, pictures }: Pick<OrderConfirmationProps, 'mail' | 'pictures'>) {
  const t = emailCopy()
  const shown = mail.tickets.filter((ticket) => pictures.has(ticket.ticketId))
  const rest = mail.tickets.length - shown.length
  return (
    <Section style={{ marginTop: 36 }}>
      <Heading as="h2" className="ink" style={{ ...display(22), margin: '0 0 14px' }}>
        {t('confirmation.ticketsTitle', { count: mail.tickets.length })}
      </Heading>
      {shown.map((ticket) => (
        <TicketPicture key={ticket.ticketId} ticket={ticket} contentId={pictures.get(ticket.ticketId)} />
      ))}
      {rest > 0 ? (
        <Text className="ink" style={{ ...body, margin: '0 0 12px' }}>
          {t('confirmation.moreTickets', { count: rest })}
        </Text>
      ) : null}
      <Text className="muted" style={{ ...small, textAlign: 'center' }}>
        {t('confirmation.keep')}
      </Text>
    </Section>
  )
}

function Summary({ mail, events }: { mail: OrderMail; events: number }) {
  const t = emailCopy()
  const { payment, total, country } = mail.receipt
  const paid = payment
    ? t('confirmation.paidWith', { ...payment, total: formatPrice(total, country) })
    : t('confirmation.free')
  const attached = t('confirmation.attached', { count: mail.tickets.length, events })
  const facts = [
    [t('confirmation.order'), mail.reference],
    [t('confirmation.paid'), paid],
    [t('confirmation.attachedTitle'), attached],
  ] as const
  return (
    <Card style={{ marginTop: 32 }}>
      {facts.map(([label, value], i) => (
        <Section key={label} style={{ paddingTop: i === 0 ? 0 : 12 }}>
          <Text className="muted" style={small}>
            {label}
          </Text>
          <Text className="ink" style={body}>
            {value}
          </Text>
        </Section>
      ))}
    </Card>
  )
}
