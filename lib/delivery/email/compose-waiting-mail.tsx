import { render, toPlainText } from '@react-email/components'
import type { WaitingMail } from '../waiting/types'
import { waitingCopy } from '../words/next-intl'
import { formatTime } from '../words/rules'
import { WaitingNotice } from './templates/waiting-notice'
import type { ComposedMail } from './types'

/** A mail about a place in line. Of seats that are held, the subject says how many and until when. */
export async function composeWaitingMail(mail: WaitingMail): Promise<ComposedMail> {
  const t = waitingCopy()
  const html = await render(<WaitingNotice mail={mail} />)
  const { kind, event, seats, until, venue } = mail
  const subject = t(`${kind}.subject`, {
    title: event.title,
    count: seats.length,
    time: until ? formatTime(until, venue) : '',
  })
  return { subject, html, text: toPlainText(html), attachments: [] }
}
