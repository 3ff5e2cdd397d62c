import { Text } from '@react-email/components'
import type { CodeMail } from '../../account-mails/types'
import { accountMailCopy } from '../../words/next-intl'
import { body, Card, Frame, small } from './frame'
import { Opening } from './opening'

/** The mail with a code: the code first, large enough to read across a table. */
export function AccountCode({ mail: { kind, code, minutes, name, reference } }: { mail: CodeMail }) {
  const t = accountMailCopy()
  return (
    <Frame preview={t('code.lasts', { minutes })} footer={t('footer')}>
      <Opening
        title={t(`code.${kind}.title`)}
        hello={name ? t('hello', { name }) : t('helloYou')}
        text={t(`code.${kind}.text`, { reference })}
        gap={4}
      />
      <Card style={{ margin: '20px 0 22px', textAlign: 'center' }}>
        <Text className="ink" style={{ ...body, ...CODE }}>
          {code}
        </Text>
        <Text className="muted" style={{ ...small, marginTop: 6 }}>
          {t('code.lasts', { minutes })}
        </Text>
      </Card>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {t(`code.${kind}.ignore`)}
      </Text>
      <Text className="muted" style={small}>
        {t('code.never')}
      </Text>
    </Frame>
  )
}

/** One run of digits, so that it can be copied; the gaps are letter spacing. */
const CODE = {
  fontSize: 40,
  lineHeight: '48px',
  fontWeight: 700,
  letterSpacing: '0.18em',
  paddingLeft: '0.18em',
  fontVariantNumeric: 'tabular-nums',
} as const
