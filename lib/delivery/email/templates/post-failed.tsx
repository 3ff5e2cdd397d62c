import { Text } from '@react-email/components'
import { emailCopy, postCopy } from '../../words/next-intl'
import { formatPrice } from '../../words/rules'
import type { PostFailedMail } from '../types'
import { Action, body, Card, Frame, small } from './frame'
import { Opening } from './opening'

/** The letter will not arrive: the tickets come first, then the money. */
export function PostFailed({ mail }: { mail: PostFailedMail }) {
  const t = postCopy()
  const fee = formatPrice(mail.fee, mail.country)
  return (
    <Frame preview={t('mail.valid')} reference={mail.reference}>
      <Opening
        title={t('mail.title')}
        hello={emailCopy()('greeting', { name: mail.name })}
        text={t('mail.text')}
        gap={20}
      />
      <Action href={mail.orderUrl}>{t('mail.button')}</Action>
      {mail.fee.amount > 0 ? (
        <Card style={{ margin: '24px 0 8px' }}>
          <Text className="ink" style={{ ...body, fontWeight: 650 }}>
            {t('mail.refund', { fee })}
          </Text>
          <Text className="muted" style={{ ...small, marginTop: 2 }}>
            {t('mail.refundWhen')}
          </Text>
        </Card>
      ) : null}
    </Frame>
  )
}
