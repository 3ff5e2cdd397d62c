import { createHash } from 'node:crypto'
import { renderTicketImage } from '@/lib/delivery/documents/ticket-image'
import { renderTicketPdf } from '@/lib/delivery/documents/ticket-pdf'
import type { TicketDocument } from '@/lib/delivery/documents/types'
import { fileStore } from '@/lib/delivery/files/s3'
import { writeIn } from '@/lib/i18n/reader-locale'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { composeTickets } from './compose-documents'

export type TicketFormat = 'pdf' | 'image'
/** A file, ready to be downloaded. */
export type RenderedFile = { bytes: Buffer; contentType: string; filename: string }

const FORMATS = {
  pdf: {
    ending: 'pdf',
    contentType: 'application/pdf',
    render: (one: TicketDocument) => renderTicketPdf([one]),
  },
  image: { ending: 'png', contentType: 'image/png', render: renderTicketImage },
}

/**
 * A ticket as a document, for whose it is; `not_found` for anyone else, `void` for one that admits no
 * more. Drawn once and kept: under a name made of all it says, so that what changes is drawn anew.
 */
export async function renderTicket({
  access,
  ticketId,
  format,
}: {
  access: OrderAccess
  ticketId: string
  format: TicketFormat
}): Promise<Result<RenderedFile, 'not_found' | 'void'>> {
  const ticket = await findTicket(ticketId, access)
  if (!ticket) return refuse('not_found')
  if (ticket.status === 'void') return refuse('void')
  const [document] = await composeTickets([ticket])
  if (!document) return refuse('not_found')
  const { ending, contentType, render } = FORMATS[format]
  const print = createHash('sha256')
    .update(JSON.stringify([ticket.locale, document]))
    .digest('hex')
    .slice(0, 24)
  const key = `tickets/${ticketId}/${print}.${ending}`
  const bytes =
    (await readKept(key)) ??
    (await keep(key, await writeIn(ticket.locale, () => render(document)), contentType))
  const seat = ticket.seat.label.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-')
  return ok({ bytes, contentType, filename: `ticket-${ticket.reference}-${seat}.${ending}` })
}

/** The store only saves work: without it the ticket is drawn again. */
async function readKept(key: string): Promise<Buffer | null> {
  try {
    return (await fileStore().getFile(key))?.bytes ?? null
  } catch (error) {
    log('warn', 'files.not_read', { key, error })
    return null
  }
}

async function keep(key: string, bytes: Buffer, contentType: string): Promise<Buffer> {
  try {
    await fileStore().putFile(key, { bytes, contentType })
  } catch (error) {
    log('warn', 'files.not_kept', { key, error })
  }
  return bytes
}
