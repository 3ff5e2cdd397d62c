import { renderReceiptPdf } from '@/lib/delivery/documents/receipt-pdf'
import { writeIn } from '@/lib/i18n/reader-locale'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { composeReceipt } from './compose-documents'
import type { RenderedFile } from './render-ticket'
import { viewOrder } from './view-order'

/** The receipt of an order whose money was taken, for whoever may see it; `not_found` for anyone and anything else. */
export async function renderReceipt({
  access,
  orderId,
}: {
  access: OrderAccess
  orderId: string
}): Promise<Result<RenderedFile, 'not_found'>> {
  const order = await viewOrder(access, orderId)
  if (!order?.paidAt) return refuse('not_found')
  const bytes = await writeIn(order.locale, async () => renderReceiptPdf(await composeReceipt(order)))
  return ok({ bytes, contentType: 'application/pdf', filename: `receipt-${order.reference}.pdf` })
}
