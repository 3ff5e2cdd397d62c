import { appleSetup, renderApplePass } from '@/lib/delivery/wallet/apple'
import { googleSetup, googleWalletUrl } from '@/lib/delivery/wallet/google'
import { writeIn } from '@/lib/i18n/reader-locale'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { overAt } from '@/lib/reservations/tickets/rules'
import { composeTickets } from './compose-documents'
import type { RenderedFile } from './render-ticket'

type Asked = { access: OrderAccess; ticketId: string }

/** Which wallets this site can put a ticket into: those that are configured. */
export function offeredWallets(): { apple: boolean; google: boolean } {
  return { apple: appleSetup() !== null, google: googleSetup() !== null }
}

/**
 * A ticket as a pass for Apple Wallet, for whose it is; `not_found` for anyone else, and where no passes are offered,
 * `void` for a ticket that admits no more.
 */
export async function renderPass(asked: Asked): Promise<Result<RenderedFile, 'not_found' | 'void'>> {
  const setup = appleSetup()
  const found = setup ? await findPaper(asked) : refuse('not_found')
  if (!setup || !found.ok) return found.ok ? refuse('not_found') : found
  const { paper, until, locale } = found.value
  const bytes = await writeIn(locale, () => renderApplePass(paper, until, setup))
  const filename = `ticket-${paper.reference}.pkpass`
  return ok({ bytes, contentType: 'application/vnd.apple.pkpass', filename })
}

/** The address that puts a ticket into Google Wallet. Refusals as `renderPass`. */
export async function findWalletUrl(asked: Asked): Promise<Result<string, 'not_found' | 'void'>> {
  const setup = googleSetup()
  const found = setup ? await findPaper(asked) : refuse('not_found')
  if (!setup || !found.ok) return found.ok ? refuse('not_found') : found
  const { paper, until, locale } = found.value
  return ok(writeIn(locale, () => googleWalletUrl(paper, until, setup)))
}

async function findPaper({ access, ticketId }: Asked) {
  const ticket = await findTicket(ticketId, access)
  if (!ticket) return refuse('not_found')
  if (ticket.status === 'void') return refuse('void')
  const [paper] = await composeTickets([ticket])
  return paper ? ok({ paper, until: overAt(ticket.startsAt), locale: ticket.locale }) : refuse('not_found')
}
