import { Column, Row, Section, Text } from '@react-email/components'
import { sumMoney } from '@/lib/platform/money'
import { PALETTE } from '../../palette'
import type { WaitingMail } from '../../waiting/types'
import { waitingCopy } from '../../words/next-intl'
import { formatPrice, formatTime, formatZone } from '../../words/rules'
import { Evening } from './evening'
import { Action, body, Frame, small } from './frame'
import { Opening } from './opening'

/** The mails of a waiting list. Where seats are held the button comes first: it is read in a hurry. */
export function WaitingNotice({ mail }: { mail: WaitingMail }) {
  const t = waitingCopy()
  const { kind, name, url } = mail
  const count = kind === 'called' ? mail.seats.length : mail.seatCount
  return (
    <Frame preview={say(mail)} footer={t('footer')}>
      <Opening title={t(`${kind}.title`, { count })} hello={t('hello', { name })} text={say(mail)} gap={20} />
      <Action href={url}>{t(`${kind}.button`, { count })}</Action>
      <Evening of={mail}>{kind === 'called' ? <Seats mail={mail} /> : <Wish mail={mail} />}</Evening>
      <Text className="muted" style={{ ...small, margin: '20px 0 0' }}>
        {kind === 'joined' ? t('joined.hold', { minutes: mail.minutes }) : t(`${kind}.note`, { count })}
      </Text>
      {kind !== 'missed' ? (
        <Text className="muted" style={{ ...small, margin: '12px 0 0' }}>
          <a className="muted" href={`${url}#leave`} style={{ color: 'inherit' }}>
            {kind === 'called' ? t('called.letGo', { count }) : t('joined.leave')}
          </a>
        </Text>
      ) : null}
    </Frame>
  )
}

/** What it means, in a sentence or two. */
function say({ kind, ahead, seats, until, minutes, venue, seatCount }: WaitingMail): string {
  const t = waitingCopy()
  if (kind === 'joined') return ahead === 0 ? t('joined.first') : t('joined.ahead', { ahead })
  if (kind === 'missed' || !until) return t('missed.text', { count: seatCount })
  const [time, zone] = [formatTime(until, venue), formatZone(until, venue)]
  return t('called.text', { count: seats.length, time, zone, minutes })
}

function Wish({ mail: { seatCount: count, takesFewer, category } }: { mail: WaitingMail }) {
  const t = waitingCopy()
  return (
    <Text className="ink" style={{ ...body, marginTop: 10, fontWeight: 650 }}>
      {takesFewer && count > 1 ? t('wishFewer', { count, category }) : t('wish', { count, category })}
    </Text>
  )
}

function Seats({ mail: { seats, venue } }: { mail: WaitingMail }) {
  const t = waitingCopy()
  const currency = seats[0]?.price.currency ?? ''
  const total = sumMoney(
    seats.map(({ price }) => price.amount),
    currency,
  )
  const lines = seats.length > 1 ? [...seats, { words: t('total'), price: total }] : seats
  return (
    <Section style={{ marginTop: 14 }}>
      {lines.map(({ words, price }, at) => (
        <Row key={words} className="line" style={{ borderTop: `1px solid ${PALETTE.line}` }}>
          <Column style={{ padding: '10px 0' }}>
            <Text className="ink" style={{ ...body, fontWeight: at < seats.length ? 400 : 650 }}>
              {words}
            </Text>
          </Column>
          <Column style={{ padding: '10px 0', textAlign: 'right', verticalAlign: 'top', width: 96 }}>
            <Text className="ink" style={{ ...body, fontVariantNumeric: 'tabular-nums' }}>
              {formatPrice(price, venue.country)}
            </Text>
          </Column>
        </Row>
      ))}
    </Section>
  )
}
