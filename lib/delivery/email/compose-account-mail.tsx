import { render, toPlainText } from '@react-email/components'
import type { ReactElement } from 'react'
import type { CodeMail, NoticeMail } from '../account-mails/types'
import { accountMailCopy } from '../words/next-intl'
import { AccountCode } from './templates/account-code'
import { AccountKnown, AccountNotice } from './templates/account-notice'
import type { ComposedMail } from './types'

/** The mail that brings a code. Its subject has the code, so that a phone's lock screen shows it. */
export function composeCodeMail(mail: CodeMail): Promise<ComposedMail> {
  const subject = accountMailCopy()(`code.${mail.kind}.subject`, {
    code: mail.code,
    reference: mail.reference,
  })
  return compose(subject, <AccountCode mail={mail} />)
}

/** The mail that tells of a change to an account. */
export function composeNoticeMail(mail: NoticeMail): Promise<ComposedMail> {
  return compose(accountMailCopy()(`notice.${mail.kind}.subject`), <AccountNotice mail={mail} />)
}

/** The mail to somebody who has an account and whose address was given for another one. */
export function composeKnownMail({ signInUrl }: { signInUrl: string }): Promise<ComposedMail> {
  return compose(accountMailCopy()('known.subject'), <AccountKnown signInUrl={signInUrl} />)
}

async function compose(subject: string, letter: ReactElement): Promise<ComposedMail> {
  const html = await render(letter)
  return { subject, html, text: toPlainText(html), attachments: [] }
}
