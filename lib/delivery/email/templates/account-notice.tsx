import { Section, Text } from '@react-email/components'
import type { NoticeMail } from '../../account-mails/types'
import { accountMailCopy } from '../../words/next-intl'
import { Action, body, Frame } from './frame'
import { Opening } from './opening'

/** Tells an owner that their account was changed, and what to do if it was not them. */
export function AccountNotice({ mail: { kind, name, detail, resetUrl } }: { mail: NoticeMail }) {
  const t = accountMailCopy()
  const lost = kind === 'email_changed'
  const title = t(`notice.${kind}.title`)
  const text = t(`notice.${kind}.text`, { detail })
  return (
    <Frame preview={title} footer={t('footerOwner')}>
      <Opening title={title} hello={t('hello', { name })} text={text} gap={18} />
      {kind !== 'deleted' && (
        <Text className="ink" style={{ ...body, margin: '0 0 18px' }}>
          {t(lost ? 'notice.notYouEmail' : 'notice.notYou')}
        </Text>
      )}
      {kind !== 'deleted' && !lost && (
        <Section>
          <Action href={resetUrl}>{t('notice.reset')}</Action>
        </Section>
      )}
    </Frame>
  )
}

/** To somebody whose address was given for a new account, and who has one. */
export function AccountKnown({ signInUrl }: { signInUrl: string }) {
  const t = accountMailCopy()
  const title = t('known.title')
  return (
    <Frame preview={title} footer={t('footerOwner')}>
      <Opening title={title} hello={t('helloYou')} text={t('known.text')} gap={18} />
      <Section>
        <Action href={signInUrl}>{t('known.signIn')}</Action>
      </Section>
    </Frame>
  )
}
