import { newId } from '@/lib/platform/ids'
import type { CancelledOrderMail, OrderMail } from '../email/types'
import { sampleReceipt, sampleTicket } from './samples'

const performanceId = newId()
export const mailTickets = [
  sampleTicket({ performanceId }),
  sampleTicket({ performanceId, seat: { section: 'Stalls', row: 'F', number: '18' } }),
  sampleTicket({ event: { title: 'Midnight Ferry', organizer: 'Lower Deck Nights' } }),
]
export const sampleOrderMail: OrderMail = {
  reference: 'K7M4QX2P',
  name: 'Ada',
  orderUrl: 'http://localhost:3000/orders/1',
  tickets: mailTickets,
  receipt: sampleReceipt(),
  byPost: false,
}

export const sampleCancelledMail: CancelledOrderMail = {
  reference: 'K7M4QX2P',
  name: 'Ada',
  reason: 'seats_lost',
  total: { amount: 9000, currency: 'EUR' },
  performances: [
    {
      title: 'The Glass Orchard',
      startsAt: mailTickets[0]!.startsAt,
      venue: mailTickets[0]!.venue,
      seats: ['Stalls, row F, seat 17', 'Stalls, row F, seat 18'],
      lostSeats: ['Stalls, row F, seat 18'],
      seatsUrl: 'http://localhost:3000/performances/1',
    },
  ],
}
