import { generateKeyPairSync } from 'node:crypto'
import { newId } from '@/lib/platform/ids'
import { signTicketCode } from '../codes/rules'
import type { ReceiptDocument, TicketDocument } from '../documents/types'

/** Documents for tests: real signed codes under a key made for the run. */
export const sampleKeys = generateKeyPairSync('ed25519')

export function sampleTicket(changes: Partial<TicketDocument> = {}): TicketDocument {
  const ticketId = newId()
  const performanceId = newId()
  return {
    ticketId,
    performanceId,
    code: signTicketCode({ ticketId, performanceId, serial: 1 }, sampleKeys.privateKey),
    reference: 'K7M4QX2P',
    event: { title: 'The Glass Orchard', organizer: 'Halcyon Theatre' },
    venue: {
      name: 'Halcyon Theatre',
      city: 'Vienna',
      country: 'AT',
      timezone: 'Europe/Vienna',
      address: 'Lindengasse 14',
    },
    startsAt: '2026-06-12T17:30:00Z',
    doorsAt: '2026-06-12T16:45:00Z',
    seat: { section: 'Stalls', row: 'F', number: '17' },
    category: 'Front stalls',
    ticketType: 'Adult',
    holder: 'Ada Example',
    price: { amount: 4500, currency: 'EUR' },
    issuedAt: '2026-05-01T10:00:00Z',
    poster: { paper: '#f4ead8', inkA: '#1f3a93', inkB: '#f2545b' },
    ...changes,
  }
}

export function sampleReceipt(changes: Partial<ReceiptDocument> = {}): ReceiptDocument {
  return {
    reference: 'K7M4QX2P',
    paidAt: '2026-05-01T10:00:00Z',
    timezone: 'Europe/Vienna',
    country: 'AT',
    buyer: { name: 'Ada Example', email: 'ada@example.com' },
    lines: [
      {
        title: 'The Glass Orchard',
        detail: 'Friday, 12 June 2026, 19:30 · Stalls, row F, seat 17 · Adult',
        price: { amount: 4500, currency: 'EUR' },
      },
    ],
    fees: [],
    tax: null,
    total: { amount: 4500, currency: 'EUR' },
    payment: { brand: 'Visa', last4: '4242' },
    organizers: [{ name: 'Halcyon Theatre' }],
    ...changes,
  }
}

/** Everything that is hard to set: too long, not Latin, without row or number, a currency without decimals. */
export const hardTickets: Partial<TicketDocument>[] = [
  {
    seat: { section: 'Floor', row: null, number: null },
    poster: null,
    doorsAt: null,
    price: { amount: 14500, currency: 'JPY' },
  },
  { seat: { section: 'Table 14', row: null, number: '3', notes: ['wheelchair', 'restrictedView'] } },
  {
    event: {
      title: `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} & <script>`,
      organizer: 'Ж'.repeat(90),
    },
    seat: { section: 'Balcony left, upper promenade', row: 'AAA', number: '1048' },
    holder: 'Łukasz Żółć Ğışık Дмитрий 山田太郎 😀 \u0007\u202e',
    ticketType: 'Concession (student, senior, jobseeker)',
    category: 'Premium hospitality with dinner and a glass of something',
  },
  { event: { title: '', organizer: '' }, holder: '', category: '', ticketType: '' },
]
