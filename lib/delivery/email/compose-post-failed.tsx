import { render, toPlainText } from '@react-email/components'
import { postCopy } from '../words/next-intl'
import { PostFailed } from './templates/post-failed'
import type { ComposedMail, PostFailedMail } from './types'

/** The mail that says a letter will not arrive, that the tickets stand all the same, and what becomes of the fee. */
export async function composePostFailedMail(mail: PostFailedMail): Promise<ComposedMail> {
  const html = await render(<PostFailed mail={mail} />)
  const subject = postCopy()('mail.subject', { reference: mail.reference })
  return { subject, html, text: toPlainText(html), attachments: [] }
}
