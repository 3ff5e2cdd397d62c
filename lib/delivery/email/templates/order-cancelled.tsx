import { Section, Text } from '@react-email/components'
import { emailCopy } from '../../words/next-intl'
import { formatPrice } from '../../words/rules'
import type { CancelledOrderMail } from '../types'
import { Action, body, Card, Frame, small } from './frame'
import { Opening } from './opening'
import { SeatList } from './seat-list'

/** The mail for an order that ended without tickets. The money comes first: nobody was charged. */
export function OrderCancelled({ mail }: { mail: CancelledOrderMail }) {
  const t = emailCopy()
  const lostCount = mail.performances.reduce((sum, { lostSeats }) => sum + lostSeats.length, 0)
  const first = mail.performances[0]!
  return (
    <Frame preview={t('cancelled.notCharged')} reference={mail.reference}>
      <Opening
        title={t(`cancelled.reason.${mail.reason}.title`)}
        hello={t('greeting', { name: mail.name })}
        text={t(`cancelled.reason.${mail.reason}.text`, { count: lostCount })}
      />
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
  const { lostSeats, seatsUrl } = performance
  const write = (seat: string) =>
    lostSeats.includes(seat) ? (
      <>
        <s>{seat}</s> <span className="muted">({t('cancelled.lost')})</span>
      </>
    ) : (
      seat
    )
  return (
    <SeatList performance={performance} write={write}>
      {seatsUrl ? (
        <Section style={{ marginTop: 18 }}>
          <Action href={seatsUrl}>{t('cancelled.button')}</Action>
        </Section>
      ) : null}
    </SeatList>
  )
}
