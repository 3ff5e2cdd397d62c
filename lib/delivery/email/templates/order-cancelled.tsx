import { Heading, Section, Text } from '@react-email/components'
import { emailCopy } from '../../words/next-intl'
import { formatDay, formatPrice, formatTime } from '../../words/rules'
import type { CancelledOrderMail } from '../types'
import { Action, body, Card, display, Frame, small } from './frame'

/** The mail for an order that ended without tickets. The money comes first: nobody was charged. */
export function OrderCancelled({ mail }: { mail: CancelledOrderMail }) {
  const t = emailCopy()
  const lostCount = mail.performances.reduce((sum, { lostSeats }) => sum + lostSeats.length, 0)
  const first = mail.performances[0]!
  return (
    <Frame preview={t('cancelled.notCharged')} reference={mail.reference}>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {t(`cancelled.reason.${mail.reason}.title`)}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {t('greeting', { name: mail.name })}
      </Text>
      <Text className="ink" style={{ ...body, margin: '0 0 12px' }}>
        {t(`cancelled.reason.${mail.reason}.text`, { count: lostCount })}
      </Text>
      <Card style={{ margin: '20px 0 8px' }}>
        <Text className="ink" style={{ ...body, fontWeight: 650 }}>
          {t('cancelled.notCharged')}
        </Text>
        {mail.total.amount > 0 ? (
          <Text className="muted" style={{ ...small, marginTop: 2 }}>
            {t('cancelled.bank', { total: formatPrice(mail.total, first.venue.country) })}
          </Text>
        ) : null}
      </Card>
      {mail.performances.map((performance) => (
        <Wanted key={`${performance.title} ${performance.startsAt}`} performance={performance} />
      ))}
    </Frame>
  )
}

function Wanted({ performance }: { performance: CancelledOrderMail['performances'][number] }) {
  const t = emailCopy()
  const { title, venue, startsAt, seats, lostSeats, seatsUrl } = performance
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
          {lostSeats.includes(seat) ? (
            <>
              <s>{seat}</s> <span className="muted">({t('cancelled.lost')})</span>
            </>
          ) : (
            seat
          )}
        </Text>
      ))}
      {seatsUrl ? (
        <Section style={{ marginTop: 18 }}>
          <Action href={seatsUrl}>{t('cancelled.button')}</Action>
        </Section>
      ) : null}
    </Section>
  )
}
