import { Heading, Section, Text } from '@react-email/components'
import type { NoticeMail } from '../../account-mails/types'
import { accountMailCopy } from '../../words/next-intl'
import { Action, body, display, Frame } from './frame'

/** Tells an owner that their account was changed, and what to do if it was not them. */
export function AccountNotice({ mail: { kind, name, detail, resetUrl } }: { mail: NoticeMail }) {
  const t = accountMailCopy()
  const lost = kind === 'email_changed'
  return (
    <Letter title={t(`notice.${kind}.title`)} hello={t('hello', { name })} footer={t('footerOwner')}>
      <Text className="ink" style={{ ...body, margin: '0 0 18px' }}>
        {t(`notice.${kind}.text`, { detail })}
      </Text>
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
    </Letter>
  )
}

/** To somebody whose address was given for a new account, and who has one. */
export function AccountKnown({ signInUrl }: { signInUrl: string }) {
  const t = accountMailCopy()
  return (
    <Letter title={t('known.title')} hello={t('helloYou')} footer={t('footerOwner')}>
      <Text className="ink" style={{ ...body, margin: '0 0 18px' }}>
        {t('known.text')}
      </Text>
      <Section>
        <Action href={signInUrl}>{t('known.signIn')}</Action>
      </Section>
    </Letter>
  )
}

function Letter(props: { title: string; hello: string; footer: string; children: React.ReactNode }) {
  return (
    <Frame preview={props.title} footer={props.footer}>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {props.title}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {props.hello}
      </Text>
      {props.children}
    </Frame>
  )
}
