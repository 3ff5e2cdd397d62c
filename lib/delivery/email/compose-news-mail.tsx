import { render, toPlainText } from '@react-email/components'
import type { NewsMail } from '../news/types'
import { newsCopy } from '../words/next-intl'
import { News } from './templates/news'
import type { ComposedMail } from './types'

/**
 * The mail about new dates, with the headers by which a mail program can end such mails at one click (RFC 8058).
 * Throws where it names no performance.
 */
export async function composeNewsMail(
  mail: NewsMail,
): Promise<ComposedMail & { headers: Record<string, string> }> {
  if (mail.performances.length === 0) throw new Error(`news of ${mail.organizer} name no performance`)
  const html = await render(<News mail={mail} />)
  const { organizer, event } = mail
  return {
    subject: newsCopy()('subject', { organizer, title: event.title }),
    ...{ html, text: toPlainText(html), attachments: [] },
    headers: {
      'List-Unsubscribe': `<${mail.oneClickUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
