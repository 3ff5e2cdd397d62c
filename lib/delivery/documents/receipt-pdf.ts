import type { Money } from '@/lib/platform/money'
import { PALETTE } from '../palette'
import { documentCopy } from '../words/next-intl'
import { formatDay, formatPrice } from '../words/rules'
import { A4, openSheet, type Sheet, type TypeStyle } from './pdfkit'
import type { ReceiptDocument } from './types'

const MARGIN = 64
const RIGHT = A4.width - MARGIN
const WIDTH = A4.width - MARGIN * 2
const PRICE_WIDTH = 120
const BOTTOM = A4.height - 92

const LABEL: TypeStyle = { voice: 'strong', sizePt: 9, color: PALETTE.muted, trackingPt: 0.2 }
const TEXT: TypeStyle = { voice: 'text', sizePt: 10.5, color: PALETTE.ink, leading: 1.4 }
const STRONG: TypeStyle = { ...TEXT, voice: 'strong' }
const SOFT: TypeStyle = { ...TEXT, sizePt: 9.5, color: PALETTE.muted }

/** The receipt as a PDF, A4, as many pages as its lines need. The same receipt gives the same bytes. */
export async function renderReceiptPdf(receipt: ReceiptDocument): Promise<Buffer> {
  const t = documentCopy()
  const title = t('receiptTitle', { reference: receipt.reference })
  const sheet = openSheet({ title, issuedAt: receipt.paidAt })
  sheet.addPage()
  let y = drawHeader(sheet, receipt)
  y = drawLines(sheet, receipt, y)
  y = drawSums(sheet, receipt, keepTogether(sheet, y, 150))
  drawSellers(sheet, receipt, keepTogether(sheet, y + 28, 60 + receipt.organizers.length * 48))
  return sheet.finish()
}

/** Where to go on drawing a block of this height: here, or at the top of a new page. */
function keepTogether(sheet: Sheet, y: number, height: number): number {
  if (y + height <= BOTTOM) return y
  sheet.addPage()
  return MARGIN
}

function drawHeader(sheet: Sheet, receipt: ReceiptDocument): number {
  const t = documentCopy()
  const display: TypeStyle = { voice: 'display', sizePt: 12, color: PALETTE.ink, leading: 1.1 }
  sheet.write(t('brand'), { x: MARGIN, y: MARGIN, width: WIDTH }, display)
  sheet.write(t('receipt.title'), { x: MARGIN, y: MARGIN + 34, width: WIDTH }, { ...display, sizePt: 40 })
  const y = MARGIN + 104
  const place = { country: receipt.country, timezone: receipt.timezone }
  const payment = receipt.payment
    ? t('receipt.card', { brand: receipt.payment.brand, last4: receipt.payment.last4 })
    : t('receipt.nothingToPay')
  const facts = [
    [t('receipt.reference'), receipt.reference],
    [t('receipt.paidOn'), formatDay(receipt.paidAt, place)],
    [t('receipt.paidWith'), payment],
    [t('receipt.billedTo'), `${receipt.buyer.name}\n${receipt.buyer.email}`],
  ] as const
  const column = WIDTH / 2
  const heights = facts.map(([label, value], i) => {
    const box = { x: MARGIN + (i % 2) * column, y: y + Math.floor(i / 2) * 46, width: column - 16 }
    sheet.write(label, box, LABEL)
    return value.split('\n').reduce((at, line) => {
      return at + 4 + sheet.write(line, { ...box, y: at, maxLines: 2 }, STRONG)
    }, box.y + 14)
  })
  return Math.max(...heights) + 28
}

function drawLines(sheet: Sheet, receipt: ReceiptDocument, top: number): number {
  const t = documentCopy()
  const text = { x: MARGIN, width: WIDTH - PRICE_WIDTH - 16 }
  sheet.write(t('receipt.item'), { ...text, y: top }, LABEL)
  writePrice(sheet, t('receipt.amount'), top, LABEL)
  let y = drawRule(sheet, top + 18, PALETTE.ink)
  for (const line of receipt.lines) {
    y = keepTogether(sheet, y, 52)
    writePrice(sheet, formatPrice(line.price, receipt.country), y, TEXT)
    y += sheet.write(line.title, { ...text, y, maxLines: 2 }, STRONG) + 4
    y += sheet.write(line.detail, { ...text, y, maxLines: 2 }, SOFT) + 10
    y = drawRule(sheet, y, PALETTE.line)
  }
  return y
}

function drawSums(sheet: Sheet, receipt: ReceiptDocument, top: number): number {
  const t = documentCopy()
  let y = top + 4
  const row = (label: string, price: Money, style: TypeStyle) => {
    sheet.write(label, { x: MARGIN, y, width: WIDTH - PRICE_WIDTH - 16, maxLines: 1 }, style)
    writePrice(sheet, formatPrice(price, receipt.country), y, style)
    y += style.sizePt + 9
  }
  for (const fee of receipt.fees) row(fee.label, fee.price, TEXT)
  if (receipt.note) y += sheet.write(receipt.note, { x: MARGIN, y, width: WIDTH, maxLines: 2 }, SOFT) + 6
  y += 6
  row(t('receipt.total'), receipt.total, { ...STRONG, voice: 'display', sizePt: 20 })
  if (receipt.tax) row(t('receipt.taxIncluded', { label: receipt.tax.label }), receipt.tax.price, SOFT)
  sheet.write(t('receipt.allIn'), { x: MARGIN, y: y + 4, width: WIDTH }, SOFT)
  return y + 20
}

function drawSellers(sheet: Sheet, receipt: ReceiptDocument, top: number): void {
  const t = documentCopy()
  sheet.write(t('receipt.soldBy'), { x: MARGIN, y: top, width: WIDTH }, LABEL)
  let y = top + 15
  for (const { name, address, taxId } of receipt.organizers) {
    y += sheet.write(name, { x: MARGIN, y, width: WIDTH, maxLines: 1 }, STRONG) + 4
    const facts = [address, taxId ? t('receipt.taxId', { id: taxId }) : null].filter(Boolean).join(' · ')
    if (facts) y += sheet.write(facts, { x: MARGIN, y, width: WIDTH, maxLines: 2 }, SOFT) + 4
    y += 6
  }
}

function writePrice(sheet: Sheet, text: string, y: number, style: TypeStyle): void {
  sheet.write(text, { x: RIGHT - PRICE_WIDTH, y, width: PRICE_WIDTH }, { ...style, align: 'right' })
}

function drawRule({ pen }: Sheet, y: number, color: string): number {
  pen.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.8).stroke(color)
  return y + 12
}
