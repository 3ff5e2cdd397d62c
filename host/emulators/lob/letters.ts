import { createHash, randomBytes } from 'node:crypto'
import { invalid, readAddress } from './addresses'
import { type Fields, pick } from './form'

/** What happens to a letter on its way, by Lob's names. */
export const TRACKING = ['Mailed', 'In Transit', 'Delivered', 'Returned to Sender'] as const
export type TrackingName = (typeof TRACKING)[number]

export type Letter = Record<string, unknown> & {
  id: string
  date_created: string
  metadata: Fields
  tracking_events: { object: 'tracking_event'; type: 'normal'; name: TrackingName; time: string }[]
  deleted?: boolean
  /** It could not be printed. */
  unprintable?: boolean
}

const renderMs = 1_000
const mailDays = { usps_first_class: 5, usps_standard: 8 }

/** Draws up a letter from the fields of a request (`to[name]`, `file`, …); throws what Lob would answer. */
export function createLetter(fields: Fields, url: string, now: Date): Letter {
  if (!fields.file) throw invalid('file is required')
  if (fields.color !== 'true' && fields.color !== 'false') throw invalid('color is required')
  if (!['operational', 'marketing'].includes(fields.use_type ?? '')) {
    throw invalid('use_type is required and must be one of [marketing, operational]')
  }
  const id = `ltr_${randomBytes(8).toString('hex')}`
  const mailType = fields.mail_type === 'usps_standard' ? 'usps_standard' : 'usps_first_class'
  const arrival = new Date(now.getTime() + mailDays[mailType] * 86_400_000)
  return {
    id,
    description: fields.description ?? null,
    metadata: pick(fields, 'metadata'),
    to: readAddress(fields, 'to'),
    from: readSender(fields),
    color: fields.color === 'true',
    double_sided: fields.double_sided !== 'false',
    address_placement: fields.address_placement ?? 'top_first_page',
    mail_type: mailType,
    use_type: fields.use_type,
    url: `${url}/letters/${id}`,
    carrier: 'USPS',
    tracking_events: [],
    expected_delivery_date: arrival.toISOString().slice(0, 10),
    date_created: now.toISOString(),
    date_modified: now.toISOString(),
    send_date: now.toISOString(),
    object: 'letter',
  }
}

/** The sender is an address, or the id of one that was saved. */
function readSender(fields: Fields) {
  if (!fields.from) return readAddress(fields, 'from')
  if (!/^adr_\w+$/.test(fields.from)) throw invalid('from must be an address or the id of one')
  return { id: fields.from, object: 'address' }
}

/** The letter as it is now: Lob renders its PDF a moment after it was created. */
export function viewLetter({ unprintable, ...letter }: Letter, nowMs: number): Letter {
  const isRendered = nowMs - Date.parse(letter.date_created) >= renderMs
  const printed = unprintable ? 'failed' : isRendered ? 'rendered' : 'processed'
  return { ...letter, status: letter.deleted ? 'canceled' : printed }
}

/** Two requests with the same fingerprint ask for the same letter. */
export function fingerprint(fields: Fields): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).sort()))
    .digest('hex')
}
