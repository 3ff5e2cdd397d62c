import type { ReturnMail, WaitingMail } from '../waiting/types'
import { sampleTicket } from './samples'

const { event, venue, startsAt, poster } = sampleTicket()
const evening = {
  event,
  venue,
  startsAt,
  poster: poster ?? { paper: '#f4efe6', inkA: '#c8342b', inkB: '#1d2b53' },
}

export const sampleWaitingMail: WaitingMail = {
  ...evening,
  kind: 'called',
  name: 'Ada',
  category: 'Stalls',
  seatCount: 2,
  takesFewer: true,
  ahead: 0,
  seats: [
    { words: 'Stalls, row F, seat 17', price: { amount: 4500, currency: 'EUR' } },
    { words: 'Stalls, row F, seat 18', price: { amount: 4500, currency: 'EUR' } },
  ],
  until: '2026-06-01T17:45:00Z',
  minutes: 15,
  url: 'http://localhost:3000/waiting-list/tbw_1',
}

export const sampleReturnMail: ReturnMail = {
  ...evening,
  kind: 'open',
  name: 'Ada',
  reference: 'K7M4QX2P',
  seat: 'Stalls, row F, seat 17',
  amount: { amount: 4500, currency: 'EUR' },
  card: { brand: 'Visa', last4: '4242' },
  url: 'http://localhost:3000/tickets/1',
}
