import { Section, Text } from '@react-email/components'
import type { ReturnMail } from '../../waiting/types'
import { returnCopy } from '../../words/next-intl'
import { formatPrice } from '../../words/rules'
import { Evening } from './evening'
import { Action, body, Card, Frame, small } from './frame'
import { Opening } from './opening'

/** The mails of a ticket that is returned: how it stands comes first, then the money. */
export function TicketReturn({ mail }: { mail: ReturnMail }) {
  const t = returnCopy()
  const { kind, name, reference, seat, url } = mail
  return (
    <Frame preview={t(`${kind}.text`)} reference={reference}>
      <Opening title={t(`${kind}.title`)} hello={t('hello', { name })} text={t(`${kind}.text`)} />
      {kind !== 'unsold' ? <Money mail={mail} /> : null}
      <Evening of={mail}>
        <Text className="ink" style={{ ...body, marginTop: 10 }}>
          {seat}
        </Text>
      </Evening>
      <Text className="muted" style={{ ...small, margin: '20px 0 18px' }}>
        {t(`${kind}.note`)}
      </Text>
      <Section>
        <Action href={url}>{t(`${kind}.button`)}</Action>
      </Section>
    </Frame>
  )
}

function Money({ mail: { kind, amount: money, card, venue } }: { mail: ReturnMail }) {
  const t = returnCopy()
  const amount = formatPrice(money, venue.country)
  return (
    <Card style={{ margin: '20px 0 0' }}>
      <Text className="muted" style={small}>
        {t(kind === 'open' ? 'onceSold' : 'goesBack')}
      </Text>
      <Text className="ink" style={{ ...body, marginTop: 2, fontWeight: 650 }}>
        {card ? t('toCard', { amount, ...card }) : amount}
      </Text>
    </Card>
  )
}
