import { Img } from '@react-email/components'
import type { TicketDocument } from '../../documents/types'
import { emailCopy } from '../../words/next-intl'
import { describeSeat } from '../../words/rules'

type Props = { ticket: TicketDocument; contentId: string | undefined; marginTop?: number }

/** The picture of a ticket, which the mail carries along under `contentId`. */
export function TicketPicture({ ticket, contentId, marginTop = 0 }: Props) {
  const t = emailCopy()
  const margin = `${marginTop === 0 ? 0 : `${marginTop}px`} auto 20px`
  return (
    <Img
      src={`cid:${contentId}`}
      alt={t('confirmation.ticketAlt', { title: ticket.event.title, seat: describeSeat(ticket.seat) })}
      width="360"
      style={{ width: '100%', maxWidth: 360, height: 'auto', margin, borderRadius: 12 }}
    />
  )
}
