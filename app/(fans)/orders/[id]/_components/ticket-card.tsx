import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button'
import { Ticket } from '@/components/ui/ticket'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import type { OrderTicket } from '@/lib/coordinator/view-order'
import { shortTicketCode } from '@/lib/delivery/codes/rules'
import { drawQr } from '@/lib/delivery/documents/qrcode'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { inPageLanguage } from '../../../in-page-language'
import { ticketPath } from '../../../tickets/ticket-path'
import { orderPath } from '../../read-access'

type Props = { ticket: OrderTicket; order: OrderView; access: OrderAccess }

/** One ticket: its seat, and the code that the door reads. A void one has lost its stub. */
export async function TicketCard({ ticket, order, access }: Props) {
  const t = await getTranslations('order.paid')
  const format = await getFormatter()
  const returns = await getTranslations('returns')
  const isOwn = (line: OrderView['lines'][number]) =>
    line.performanceId === ticket.performanceId && line.seat.index === ticket.seat.index
  const line = order.lines.find(isOwn)
  if (!line) return null
  const seat = (await inPageLanguage(() => describeSeats([line]))).get(line) ?? ticket.seat.label
  const when = { dateStyle: 'full', timeStyle: 'short', timeZone: line.venue.timezone } as const
  const isValid = ticket.status === 'valid'
  const link = buttonStyle({ size: 'small' })
  return (
    <Ticket
      className={isValid ? undefined : 'text-muted'}
      bodyClassName="grid content-between gap-4 p-4 sm:p-6"
      stubClassName="grid w-37 shrink-0 content-center gap-2 p-4 sm:w-52 sm:p-5"
      stub={isValid ? <Code code={ticket.code} label={t('code', { seat })} /> : undefined}
    >
      <div className="grid gap-1">
        <p className="text-sm">{line.event.title}</p>
        <h2 className="display text-xl">{seat}</h2>
        <p className="text-muted text-sm">
          <span className="figures">{format.dateTime(line.startsAt, when)}</span>
          <br />
          {line.venue.name}, {line.venue.city}
        </p>
        <p className="text-sm">
          {ticket.holder} · {line.ticketType.name}
        </p>
      </div>
      {isValid ? (
        <p className="flex flex-wrap gap-2">
          <a
            href={orderPath(order.id, access, { part: `/tickets/${ticket.id}/pdf` })}
            className={link}
            aria-label={t('pdfOf', { seat })}
          >
            {t('pdf')}
          </a>
          <a
            href={orderPath(order.id, access, { part: `/tickets/${ticket.id}/image` })}
            className={link}
            aria-label={t('imageOf', { seat })}
          >
            {t('image')}
          </a>
          {ticket.isReturnable && (
            <a href={ticketPath(ticket.id, access)} className={link} aria-label={returns('linkOf', { seat })}>
              {returns('link')}
            </a>
          )}
          {ticket.return && (
            <a href={ticketPath(ticket.id, access)} className="inline-flex min-h-9 items-center">
              <Badge tone="plain">{returns(`badge.${ticket.return.status}`)}</Badge>
            </a>
          )}
        </p>
      ) : (
        <Badge tone="danger" className="justify-self-start">
          {ticket.isSoldOn ? returns('badge.sold') : t('void')}
        </Badge>
      )}
    </Ticket>
  )
}

/** Black on white whatever the lights, with the quiet zone that scanners want. */
function Code({ code, label }: { code: string; label: string }) {
  const { path, sizeModules } = drawQr(code)
  const size = sizeModules + 8
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        viewBox={`-4 -4 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="w-full"
      >
        <rect x="-4" y="-4" width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className="figures text-center text-sm">{shortTicketCode(code)}</p>
    </>
  )
}
