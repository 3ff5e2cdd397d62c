import { shortTicketCode } from '../codes/rules'
import { PALETTE } from '../palette'
import { documentCopy } from '../words/next-intl'
import { formatDay, formatPrice, formatTime, formatZone, sectionLabel } from '../words/rules'
import { A4, openSheet, type Paper, type Sheet, type TextBox, type TypeStyle } from './pdfkit'
import { drawQr } from './qrcode'
import { decideHeadInks } from './rules'
import type { TicketDocument } from './types'

/** Where things are on the page, in points. The ticket is one shape: head, body, perforation, stub. */
const TICKET = {
  x: 40,
  y: 40,
  width: A4.width - 80,
  headHeight: 178,
  perforationY: 430,
  bottom: 638,
  corner: 14,
}
const INNER = { x: TICKET.x + 28, width: TICKET.width - 56 }
const NOTCH_RADIUS = 11

const LABEL: TypeStyle = { voice: 'strong', sizePt: 8.5, color: PALETTE.muted, trackingPt: 0.3 }
const VALUE: TypeStyle = { voice: 'strong', sizePt: 12, color: PALETTE.ink, leading: 1.3 }
const SMALL: TypeStyle = { voice: 'text', sizePt: 9, color: PALETTE.muted, leading: 1.45 }

/** The tickets as one PDF, a page each, in the order given. The same tickets give the same bytes. */
export async function renderTicketPdf(
  tickets: readonly TicketDocument[],
  paper: Paper = 'a4',
): Promise<Buffer> {
  const [first] = tickets
  if (!first) throw new Error('a ticket PDF needs at least one ticket')
  const t = documentCopy()
  const title = t('fileTitle', { count: tickets.length, reference: first.reference })
  const sheet = openSheet({ title, issuedAt: first.issuedAt, paper })
  tickets.forEach((ticket, i) => {
    sheet.addPage()
    drawHead(sheet, ticket)
    drawBody(sheet, ticket)
    drawStub(sheet, ticket)
    drawNotices(sheet, ticket, t('page', { page: i + 1, pages: tickets.length }))
  })
  return sheet.finish()
}

/** The ticket's outline with a half-circle bitten out of each side where it tears. */
function traceTicket({ pen }: Sheet): Sheet['pen'] {
  const { x, y, width, bottom, perforationY, corner: c } = TICKET
  const right = x + width
  const r = NOTCH_RADIUS
  const notchRight = `V${perforationY - r}A${r} ${r} 0 0 0 ${right} ${perforationY + r}`
  const notchLeft = `V${perforationY + r}A${r} ${r} 0 0 0 ${x} ${perforationY - r}`
  const top = `M${x + c} ${y}H${right - c}A${c} ${c} 0 0 1 ${right} ${y + c}`
  const base = `V${bottom - c}A${c} ${c} 0 0 1 ${right - c} ${bottom}H${x + c}A${c} ${c} 0 0 1 ${x} ${bottom - c}`
  return pen.path(`${top}${notchRight}${base}${notchLeft}V${y + c}A${c} ${c} 0 0 1 ${x + c} ${y}Z`)
}

function drawHead(sheet: Sheet, ticket: TicketDocument): void {
  const t = documentCopy()
  const { pen } = sheet
  const inks = decideHeadInks(ticket.poster)
  const right = TICKET.x + TICKET.width
  const headBottom = TICKET.y + TICKET.headHeight
  pen.save()
  traceTicket(sheet).clip()
  pen.rect(TICKET.x, TICKET.y, TICKET.width, TICKET.headHeight).fill(inks.ground)
  pen.rect(TICKET.x, TICKET.y, TICKET.width, TICKET.headHeight).clip()
  for (const [radius, color] of [
    [128, inks.shape],
    [82, inks.ground],
    [40, inks.shape],
  ] as const) {
    pen.circle(right - 34, headBottom, radius).fill(color)
  }
  pen.restore()
  pen.save()
  traceTicket(sheet).lineWidth(0.8).stroke(PALETTE.line)
  pen.restore()
  const meta: TypeStyle = { voice: 'strong', sizePt: 9.5, color: inks.type }
  sheet.write(
    t('brand'),
    { x: INNER.x, y: TICKET.y + 24, width: 200 },
    { ...meta, voice: 'display', sizePt: 12 },
  )
  const presents = t('presents', { organizer: ticket.event.organizer })
  const presentsBox = { x: INNER.x + 150, y: TICKET.y + 25, width: INNER.width - 150, maxLines: 1 }
  sheet.write(presents, presentsBox, { ...meta, align: 'right' })
  const box = { x: INNER.x, y: 0, width: INNER.width - 140, maxLines: 3 }
  const style: TypeStyle = { voice: 'display', sizePt: 20, color: inks.type, leading: 1, trackingPt: -0.4 }
  const { sizePt, lines } = fitTitle(sheet, ticket.event.title, box, style)
  // Set from the bottom up, so that one line and three stand on the same ground line.
  sheet.write(ticket.event.title, { ...box, y: headBottom - 24 - sizePt * lines }, { ...style, sizePt })
}

/** As large as it goes: on one line or two while it can be big, on three when it is long. */
function fitTitle(sheet: Sheet, title: string, box: TextBox, style: TypeStyle) {
  for (const [lines, sizesPt] of [
    [1, [44]],
    [2, [44, 38, 32, 27]],
    [3, [25, 22, 19]],
  ] as const) {
    const sizePt = sheet.fitSize(title, { ...box, maxLines: lines }, style, [...sizesPt, 0])
    if (sizePt > 0) return { sizePt, lines }
  }
  return { sizePt: 19, lines: 3 }
}

function drawBody(sheet: Sheet, ticket: TicketDocument): void {
  const t = documentCopy()
  const top = TICKET.y + TICKET.headHeight + 26
  const half = INNER.width / 2 - 12
  const big: TypeStyle = { voice: 'display', sizePt: 17, color: PALETTE.ink, leading: 1.15 }
  const day = { x: INNER.x, y: top, width: half, maxLines: 2 }
  const dayHeight = sheet.write(formatDay(ticket.startsAt, ticket.venue), day, big)
  const doors = ticket.doorsAt ? ` · ${t('doors', { time: formatTime(ticket.doorsAt, ticket.venue) })}` : ''
  const time = `${formatTime(ticket.startsAt, ticket.venue)}${doors}`
  sheet.write(time, { ...day, y: top + dayHeight + 7 }, { ...VALUE, voice: 'text' })
  const place = { ...day, x: INNER.x + half + 24 }
  const venuePt = sheet.fitSize(ticket.venue.name, place, big, [17, 15, 13])
  const placeHeight = sheet.write(ticket.venue.name, place, { ...big, sizePt: venuePt })
  const where = [ticket.venue.address, ticket.venue.city].filter(Boolean).join(', ')
  sheet.write(where, { ...place, y: top + placeHeight + 7 }, { ...VALUE, voice: 'text' })
  drawSeat(sheet, ticket, top + 86)
}

function drawSeat(sheet: Sheet, { seat }: TicketDocument, top: number): void {
  const t = documentCopy()
  const cells =
    seat.number === null
      ? [
          { label: sectionLabel(seat), value: seat.section, share: 0.6 },
          { label: t('place'), value: t('unnumbered'), share: 0.4 },
        ]
      : [
          { label: sectionLabel(seat), value: seat.section, share: seat.row === null ? 0.72 : 0.5 },
          ...(seat.row === null ? [] : [{ label: t('row'), value: seat.row, share: 0.25 }]),
          { label: t('seat'), value: seat.number, share: seat.row === null ? 0.28 : 0.25 },
        ]
  const gap = 16
  let x = INNER.x
  for (const cell of cells) {
    const width = INNER.width * cell.share - gap
    sheet.write(cell.label, { x, y: top, width, maxLines: 1 }, LABEL)
    const style: TypeStyle = {
      voice: 'display',
      sizePt: 44,
      color: PALETTE.ink,
      leading: 1,
      trackingPt: -0.6,
    }
    const box = { x, y: top + 17, width, maxLines: 1 }
    const oneLine = sheet.fitSize(cell.value, box, style, [44, 36, 30, 0])
    if (oneLine > 0) sheet.write(cell.value, box, { ...style, sizePt: oneLine })
    else {
      const two = { ...box, maxLines: 2 }
      sheet.write(cell.value, two, {
        ...style,
        sizePt: sheet.fitSize(cell.value, two, style, [26, 22, 18, 15]),
      })
    }
    x += INNER.width * cell.share
  }
  const notes = (seat.notes ?? []).map((note) => t(`notes.${note}`)).join(' · ')
  if (notes) sheet.write(notes, { x: INNER.x, y: top + 74, width: INNER.width, maxLines: 1 }, VALUE)
}

function drawStub(sheet: Sheet, ticket: TicketDocument): void {
  const t = documentCopy()
  const { pen } = sheet
  const y = TICKET.perforationY
  const ends = [TICKET.x + NOTCH_RADIUS + 7, TICKET.x + TICKET.width - NOTCH_RADIUS - 7] as const
  pen.save().lineWidth(1.2).dash(0.1, { space: 5 }).lineCap('round')
  pen.moveTo(ends[0], y).lineTo(ends[1], y).stroke(PALETTE.faint).undash().restore()
  const qrSize = 158
  const qr = drawQr(ticket.code)
  const unit = qrSize / qr.sizeModules
  pen
    .save()
    .translate(INNER.x, y + 25)
    .scale(unit)
    .path(qr.path)
    .fill(PALETTE.ink)
    .restore()
  const column = { x: INNER.x + qrSize + 32, width: INNER.width - qrSize - 32 }
  const left = { x: column.x, width: column.width / 2 - 12, maxLines: 2 }
  const right = { ...left, x: column.x + column.width / 2 }
  const field = (label: string, value: string, box: typeof left, top: number, style = VALUE) => {
    sheet.write(label, { ...box, y: top }, LABEL)
    return top + 14 + sheet.write(value, { ...box, y: top + 14 }, style)
  }
  const holder = { ...left, width: column.width, y }
  const holderPt = sheet.fitSize(ticket.holder, holder, VALUE, [15, 12.5, 10.5])
  field(t('holder'), ticket.holder, holder, y + 25, { ...VALUE, sizePt: holderPt })
  const typePt = sheet.fitSize(ticket.ticketType, { ...left, y }, VALUE, [12, 10.5])
  const below = field(t('type'), ticket.ticketType, left, y + 84, { ...VALUE, sizePt: typePt })
  sheet.write(ticket.category, { ...left, y: below + 4, maxLines: 1 }, SMALL)
  field(t('price'), `${formatPrice(ticket.price, ticket.venue.country)} ${t('allIn')}`, right, y + 84)
  const mono: TypeStyle = { ...VALUE, voice: 'mono' }
  field(t('order'), ticket.reference, left, y + 153, mono)
  field(t('code'), shortTicketCode(ticket.code), right, y + 153, mono)
}

function drawNotices(sheet: Sheet, ticket: TicketDocument, page: string): void {
  const t = documentCopy()
  const notices = [
    [t('doorTitle'), t('doorText')],
    [t('keepTitle'), t('keepText')],
    [t('helpTitle'), t('helpText', { reference: ticket.reference })],
  ] as const
  const width = (INNER.width - 48) / 3
  notices.forEach(([title, text], i) => {
    const box = { x: INNER.x + i * (width + 24), width }
    sheet.write(title, { ...box, y: 670 }, { ...VALUE, sizePt: 10.5 })
    sheet.write(text, { ...box, y: 687, maxLines: 5 }, SMALL)
  })
  const zone = formatZone(ticket.startsAt, ticket.venue)
  const terms = t('terms', { organizer: ticket.event.organizer, city: ticket.venue.city, zone })
  const fine: TypeStyle = { ...SMALL, sizePt: 7.5, color: PALETTE.faint }
  sheet.write(terms, { x: INNER.x, y: 782, width: INNER.width - 80, maxLines: 2 }, fine)
  sheet.write(page, { x: INNER.x, y: 782, width: INNER.width }, { ...fine, align: 'right' })
}
