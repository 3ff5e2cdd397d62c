import { Section, Text } from '@react-email/components'
import { emailCopy } from '../../words/next-intl'
import { formatPrice } from '../../words/rules'
import type { RefundMail } from '../types'
import { Action, body, Card, Frame, small } from './frame'
import { Opening } from './opening'
import { SeatList } from './seat-list'

/** The mail that says money is on its way back. The sum comes first, then for which seats. */
export function OrderRefunded({ mail }: { mail: RefundMail }) {
  const t = emailCopy()
  const amount = formatPrice(mail.amount, mail.country)
  return (
    <Frame preview={t('refunded.preview', { amount })} reference={mail.reference}>
      <Opening
        title={t('refunded.title', { amount })}
        hello={t('greeting', { name: mail.name })}
        text={mail.card ? t('refunded.card', mail.card) : t('refunded.text')}
      />
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
        <SeatList key={`${performance.title} ${performance.startsAt}`} performance={performance} />
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
