import { Heading, Text } from '@react-email/components'
import type { CodeMail } from '../../account-mails/types'
import { accountMailCopy } from '../../words/next-intl'
import { body, Card, display, Frame, small } from './frame'

/** The mail with a code: the code first, large enough to read across a table. */
export function AccountCode({ mail: { kind, code, minutes, name, reference } }: { mail: CodeMail }) {
  const t = accountMailCopy()
  return (
    <Frame preview={t('code.lasts', { minutes })} footer={t('footer')}>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {t(`code.${kind}.title`)}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {name ? t('hello', { name }) : t('helloYou')}
      </Text>
      <Text className="ink" style={{ ...body, margin: '0 0 4px' }}>
        {t(`code.${kind}.text`, { reference })}
      </Text>
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
