import { Heading, Section, Text } from '@react-email/components'
import { emailCopy } from '../../words/next-intl'
import { formatDay, formatPrice, formatTime } from '../../words/rules'
import type { RefundMail } from '../types'
import { Action, body, Card, display, Frame, small } from './frame'

/** The mail that says money is on its way back. The sum comes first, then for which seats. */
export function OrderRefunded({ mail }: { mail: RefundMail }) {
  const t = emailCopy()
  const amount = formatPrice(mail.amount, mail.country)
  return (
    <Frame preview={t('refunded.preview', { amount })} reference={mail.reference}>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {t('refunded.title', { amount })}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {t('greeting', { name: mail.name })}
      </Text>
      <Text className="ink" style={{ ...body, margin: '0 0 12px' }}>
        {mail.card ? t('refunded.card', mail.card) : t('refunded.text')}
      </Text>
      {mail.reason ? (
        <Card style={{ margin: '20px 0 8px' }}>
          <Text className="muted" style={small}>
            {t('refunded.reason')}
          </Text>
          <Text className="ink" style={{ ...body, marginTop: 2 }}>
            {mail.reason}
          </Text>
        </Card>
      ) : null}
      {mail.performances.map((performance) => (
        <Returned key={`${performance.title} ${performance.startsAt}`} performance={performance} />
      ))}
      {mail.performances.length > 0 ? (
        <Text className="muted" style={{ ...small, margin: '20px 0 0' }}>
          {t('refunded.void')}
        </Text>
      ) : null}
      <Section style={{ marginTop: 18 }}>
        <Action href={mail.orderUrl}>{t('confirmation.button')}</Action>
      </Section>
    </Frame>
  )
}

function Returned({ performance }: { performance: RefundMail['performances'][number] }) {
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
          {seat}
        </Text>
      ))}
    </Section>
  )
}
