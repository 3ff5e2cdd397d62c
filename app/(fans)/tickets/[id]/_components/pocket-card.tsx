import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import { shortTicketCode } from '@/lib/delivery/codes/rules'
import { drawQr } from '@/lib/delivery/documents/qrcode'
import { decideHeadInks } from '@/lib/delivery/documents/rules'

/** The ticket for the door: paper-white whatever the lights, so that the screen gives the scanner all it has. */
export function PocketCard({ ticket }: { ticket: PocketTicket }) {
  const t = useTranslations('tickets')
  const format = useFormatter()
  const { event, venue, holder, ticketType, seat } = ticket
  const inks = decideHeadInks(ticket.poster)
  const startsAt = new Date(ticket.startsAt)
  const timeZone = venue.timezone
  const time = (at: Date) => format.dateTime(at, { timeStyle: 'short', timeZone })
  const notes = (seat.notes ?? []).map((note) => t(`notes.${note}`))
  return (
    <div className="overflow-hidden rounded-sheet bg-[#fff] text-[#15131a] outline-1 outline-line -outline-offset-1">
      <header className="grid gap-1 p-5" style={{ backgroundColor: inks.ground, color: inks.type }}>
        <h2 className="display text-xl">{event.title}</h2>
        <p className="figures flex flex-wrap items-baseline justify-between gap-x-4">
          <span>{format.dateTime(startsAt, { dateStyle: 'full', timeZone })}</span>
          <span className="display text-xl">{time(startsAt)}</span>
        </p>
      </header>
      <div className="grid gap-5 p-5">
        {ticket.status === 'valid' ? <Code ticket={ticket} /> : <Badge tone="danger">{t('void')}</Badge>}
        <SeatWords ticket={ticket} />
        <div className="grid gap-1">
          <p className="font-semibold text-lg">{holder}</p>
          <p>{[ticketType, ...notes].join(' · ')}</p>
        </div>
        <div className="grid gap-1 border-[#d8d0c1] border-t pt-4">
          <p className="font-semibold">{venue.name}</p>
          <p className="text-[#5c564b]">{[venue.address, venue.city].filter(Boolean).join(', ')}</p>
          {ticket.doorsAt && (
            <p className="figures">{t('doors', { time: time(new Date(ticket.doorsAt)) })}</p>
          )}
        </div>
      </div>
    </div>
  )
}

/** With the quiet zone that scanners want: four modules of white on every side. */
function Code({ ticket: { code, words } }: { ticket: PocketTicket }) {
  const t = useTranslations('tickets')
  const { path, sizeModules } = drawQr(code)
  const size = sizeModules + 8
  return (
    <div className="grid justify-items-center gap-1">
      <svg
        role="img"
        aria-label={t('code', { seat: words })}
        viewBox={`-4 -4 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="-my-2 w-full max-w-80"
      >
        <path d={path} fill="#000" />
      </svg>
      <p className="figures">{shortTicketCode(code)}</p>
    </div>
  )
}

/** Section, row and seat, each in type that is read at arm's length in the dark. */
function SeatWords({ ticket: { seat } }: { ticket: PocketTicket }) {
  const t = useTranslations('tickets')
  const cells = [
    ...(seat.zone ? [{ name: t('zone'), value: seat.zone }] : []),
    { name: t('section'), value: seat.section },
    ...(seat.row ? [{ name: t('row'), value: seat.row }] : []),
    seat.number === null
      ? { name: t('seat'), value: t('unnumbered') }
      : { name: t('seat'), value: seat.number },
  ]
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {cells.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-[#5c564b] text-sm">{name}</dt>
          <dd className="display text-2xl">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
