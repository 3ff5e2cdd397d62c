import { render, toPlainText } from '@react-email/components'
import type { NewsMail } from '../news/types'
import { newsCopy } from '../words/next-intl'
import { News } from './templates/news'
import type { ComposedMail } from './types'

/**
 * The mail about new dates, with the headers by which a mail program can end such mails at one click (RFC 8058).
 * Throws where it names no performance, or nobody who is followed.
 */
export async function composeNewsMail(
  mail: NewsMail,
): Promise<ComposedMail & { headers: Record<string, string> }> {
  const who = mail.reasons[0]?.name
  if (mail.performances.length === 0 || !who) throw new Error(`news of ${mail.event.url} are no news`)
  const html = await render(<News mail={mail} />)
  const { title } = mail.event
  return {
    subject: title.includes(who)
      ? newsCopy()('subjectSame', { title })
      : newsCopy()('subject', { who, title }),
    ...{ html, text: toPlainText(html), attachments: [] },
    headers: {
      'List-Unsubscribe': `<${mail.oneClickUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
