import { PassType, PKPass } from 'passkit-generator'
import sharp from 'sharp'
import { env } from '@/lib/platform/env'
import { toOffsetIso } from '@/lib/platform/time'
import { shortTicketCode } from '../codes/rules'
import { decideHeadInks } from '../documents/rules'
import type { TicketDocument } from '../documents/types'
import { documentCopy } from '../words/next-intl'
import { describeSeat, formatTime, formatZone, sectionLabel } from '../words/rules'
import type { AppleSetup } from './types'

/** The one file that knows Apple's pass format. */

const MARK = 'M1 1h22v9a6.5 6.5 0 0 0-6.5 6.5V23h-9v-6.5A6.5 6.5 0 0 0 1 10z'
const ICON_PX = 29
const SCALES = [1, 2, 3] as const

/** What passes are signed with; null where this site offers none. */
export function appleSetup(): AppleSetup | null {
  const { APPLE_PASS_TYPE_ID: passTypeId, APPLE_TEAM_ID: teamId, APPLE_PASS_CERTIFICATE: certificate } = env
  const { APPLE_PASS_KEY: key, APPLE_WWDR_CERTIFICATE: wwdr } = env
  return passTypeId && teamId && certificate && key && wwdr
    ? { passTypeId, teamId, certificate, key, wwdr }
    : null
}

/**
 * A ticket as a signed `.pkpass`, for Apple Wallet: the code, the seat, and the day it comes up on the lock screen. The
 * serial number is the ticket's: added again, it replaces the one before. Throws where the certificates do not fit.
 */
export async function renderApplePass(
  ticket: TicketDocument,
  overAt: Date,
  setup: AppleSetup,
): Promise<Buffer> {
  const t = documentCopy()
  const { event } = ticket
  const inks = decideHeadInks(ticket.poster)
  const certificates = { signerCert: setup.certificate, signerKey: setup.key, wwdr: setup.wwdr }
  const pass = new PKPass(await drawIcons(), certificates, {
    formatVersion: 1,
    passTypeIdentifier: setup.passTypeId,
    teamIdentifier: setup.teamId,
    serialNumber: ticket.ticketId,
    groupingIdentifier: ticket.performanceId,
    organizationName: event.organizer || t('brand'),
    logoText: t('brand'),
    description: `${event.title}, ${describeSeat(ticket.seat)}`,
    backgroundColor: toRgb(inks.ground),
    foregroundColor: toRgb(inks.type),
    labelColor: toRgb(inks.type),
    sharingProhibited: true,
  })
  const type = new PassType('eventTicket')
  fillFields(type, ticket)
  pass.types.push(type)
  pass.setBarcodes({
    format: 'PKBarcodeFormatQR',
    message: ticket.code,
    messageEncoding: 'iso-8859-1',
    altText: shortTicketCode(ticket.code),
  })
  pass.setRelevantDate(new Date(ticket.startsAt))
  pass.setExpirationDate(overAt)
  return pass.getAsBuffer()
}

function fillFields(type: PassType<'eventTicket'>, ticket: TicketDocument): void {
  const t = documentCopy()
  const { seat, venue, startsAt } = ticket
  const when = `${formatTime(startsAt, venue)} (${formatZone(startsAt, venue)})`
  const local = toOffsetIso(new Date(startsAt), venue.timezone)
  type.headerFields.push({ key: 'day', label: t('day'), value: local, ...DATE })
  type.primaryFields.push({ key: 'event', label: t('event'), value: ticket.event.title })
  type.secondaryFields.push(
    { key: 'section', label: sectionLabel(seat), value: seat.section },
    ...(seat.row ? [{ key: 'row', label: t('row'), value: seat.row }] : []),
    { key: 'seat', label: t('seat'), value: seat.number ?? t('unnumbered') },
  )
  type.auxiliaryFields.push(
    { key: 'venue', label: t('venue'), value: `${venue.name}, ${venue.city}` },
    { key: 'holder', label: t('holder'), value: ticket.holder },
  )
  type.backFields.push(
    { key: 'time', label: t('time'), value: when },
    { key: 'type', label: t('type'), value: [ticket.ticketType, ticket.category].filter(Boolean).join(', ') },
    {
      key: 'address',
      label: t('venue'),
      value: [venue.name, venue.address, venue.city].filter(Boolean).join(', '),
    },
    { key: 'order', label: t('order'), value: ticket.reference },
    { key: 'keep', label: t('keepTitle'), value: t('keepText') },
  )
}

/** The venue's time, wherever the phone is. */
const DATE = { dateStyle: 'PKDateStyleShort', timeStyle: 'PKDateStyleShort', ignoresTimeZone: true } as const

let icons: Promise<Record<string, Buffer>> | undefined

/** The mark, in the three sizes that Apple's screens want. Drawn once a process. */
function drawIcons(): Promise<Record<string, Buffer>> {
  icons ??= Promise.all(
    SCALES.map(async (scale) => {
      const size = ICON_PX * scale
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-6 -6 36 36"><rect x="-6" y="-6" width="36" height="36" fill="#0e0e12"/><path fill="#f6f1e7" d="${MARK}"/></svg>`
      const suffix = scale === 1 ? '' : `@${scale}x`
      const png = await sharp(Buffer.from(svg)).png().toBuffer()
      return [
        [`icon${suffix}.png`, png],
        [`logo${suffix}.png`, png],
      ]
    }),
  ).then((sizes) => Object.fromEntries(sizes.flat()))
  return icons
}

function toRgb(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16)
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`
}
