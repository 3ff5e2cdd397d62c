import { sign } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { toOffsetIso } from '@/lib/platform/time'
import { shortTicketCode } from '../codes/rules'
import { decideHeadInks } from '../documents/rules'
import type { TicketDocument } from '../documents/types'
import type { GoogleSetup } from './types'

/** The one file that knows Google Wallet: a link that adds a pass is a signed JWT, and needs no SDK. */

const SAVE = 'https://pay.google.com/gp/v/save/'

/** Who signs passes; null where this site offers none. */
export function googleSetup(): GoogleSetup | null {
  const { GOOGLE_WALLET_ISSUER_ID: issuerId, GOOGLE_WALLET_SERVICE_ACCOUNT: account } = env
  return issuerId && account
    ? { issuerId, clientEmail: account.client_email, privateKey: account.private_key }
    : null
}

/**
 * The address that offers to put a ticket into Google Wallet. The pass is in the address, signed: nothing is sent to
 * Google before the fan agrees. A ticket issued anew is another object, since its code is another.
 */
export function googleWalletUrl(ticket: TicketDocument, overAt: Date, setup: GoogleSetup): string {
  const classId = `${setup.issuerId}.performance-${ticket.performanceId}`
  const claims = {
    iss: setup.clientEmail,
    aud: 'google',
    typ: 'savetowallet',
    iat: Math.floor(Date.now() / 1000),
    origins: [new URL(env.APP_URL).origin],
    payload: {
      eventTicketClasses: [classOf(ticket, classId)],
      eventTicketObjects: [objectOf(ticket, classId, overAt, setup)],
    },
  }
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`
  return `${SAVE}${signed}.${sign('sha256', Buffer.from(signed), setup.privateKey).toString('base64url')}`
}

function classOf({ event, venue, startsAt, doorsAt }: TicketDocument, id: string) {
  const local = (iso: string) => toOffsetIso(new Date(iso), venue.timezone)
  return {
    id,
    issuerName: event.organizer,
    reviewStatus: 'UNDER_REVIEW',
    eventName: words(event.title),
    venue: {
      name: words(venue.name),
      address: words([venue.address, venue.city].filter(Boolean).join(', ')),
    },
    dateTime: { start: local(startsAt), ...(doorsAt ? { doorsOpen: local(doorsAt) } : {}) },
  }
}

function objectOf(ticket: TicketDocument, classId: string, overAt: Date, { issuerId }: GoogleSetup) {
  const { seat, code } = ticket
  const short = shortTicketCode(code)
  return {
    id: `${issuerId}.ticket-${ticket.ticketId}-${short}`,
    classId,
    state: 'ACTIVE',
    barcode: { type: 'QR_CODE', value: code, alternateText: short },
    ticketHolderName: ticket.holder,
    ticketType: words(ticket.ticketType),
    reservationInfo: { confirmationCode: ticket.reference },
    seatInfo: {
      section: words([seat.zone, seat.section].filter(Boolean).join(', ')),
      ...(seat.row ? { row: words(seat.row) } : {}),
      ...(seat.number ? { seat: words(seat.number) } : {}),
    },
    hexBackgroundColor: decideHeadInks(ticket.poster).ground,
    validTimeInterval: { end: { date: overAt.toISOString() } },
  }
}

function words(value: string) {
  return { defaultValue: { language: 'en', value } }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
