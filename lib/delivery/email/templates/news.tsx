import { Heading, Img, Section, Text } from '@react-email/components'
import type { NewsMail } from '../../news/types'
import { newsCopy } from '../../words/next-intl'
import { formatDay, formatNames, formatPrice, formatTime } from '../../words/rules'
import { Action, body, Card, display, Frame, small } from './frame'

/** How many dates a mail names; the page has them all. */
const MAX_DATES = 6

/** New dates of an organizer or artist somebody follows: the poster, when and where, one button, and the way out. */
export function News({ mail }: { mail: NewsMail }) {
  const t = newsCopy()
  const { event, reasons, performances } = mail
  const who = reasons[0]?.name ?? ''
  const everybody = formatNames(reasons.map(({ name }) => name))
  const more = performances.length - MAX_DATES
  return (
    <Frame preview={t('preview', { who, title: event.title })} footer={t('footer', { who: everybody })}>
      <Text className="muted" style={{ ...small, margin: '0 0 8px' }}>
        {t('hello', { name: mail.name, who })}
      </Text>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 6px' }}>
        {event.title}
      </Heading>
      {event.subtitle ? (
        <Text className="muted" style={{ ...body, margin: '0 0 18px' }}>
          {event.subtitle}
        </Text>
      ) : null}
      <a href={event.url}>
        <Img
          src={event.pictureUrl}
          alt={t('picture', { title: event.title })}
          width={560}
          height={294}
          style={PICTURE}
        />
      </a>
      <Card style={{ margin: '20px 0 24px' }}>
        {performances.slice(0, MAX_DATES).map((performance) => (
          <When key={performance.startsAt} performance={performance} />
        ))}
        {more > 0 ? (
          <Text className="muted" style={small}>
            {t('more', { count: more })}
          </Text>
        ) : null}
      </Card>
      <Section>
        <Action href={event.url}>{t('button')}</Action>
      </Section>
      <Section style={{ margin: '28px 0 0' }}>
        {reasons.map(({ name, unfollowUrl }) => (
          <Text key={unfollowUrl} className="muted" style={{ ...small, margin: '0 0 6px' }}>
            <a className="muted" href={unfollowUrl} style={{ color: 'inherit' }}>
              {t('unfollow', { who: name })}
            </a>
          </Text>
        ))}
      </Section>
    </Frame>
  )
}

function When({ performance }: { performance: NewsMail['performances'][number] }) {
  const t = newsCopy()
  const { startsAt, onSaleAt, venue, priceFrom } = performance
  const price = formatPrice(priceFrom, venue.country)
  const sale = onSaleAt
    ? t('onSale', { date: `${formatDay(onSaleAt, venue)}, ${formatTime(onSaleAt, venue)}` })
    : t('from', { price })
  return (
    <Section style={{ margin: '0 0 12px' }}>
      <Text className="ink" style={{ ...body, fontWeight: 650 }}>
        {formatDay(startsAt, venue)}, {formatTime(startsAt, venue)}
      </Text>
      <Text className="muted" style={small}>
        {venue.name}, {venue.city} · {sale}
      </Text>
    </Section>
  )
}

const PICTURE = { width: '100%', height: 'auto', borderRadius: 2, display: 'block' }
