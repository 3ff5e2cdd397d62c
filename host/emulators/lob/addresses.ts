import { type Fields, pick } from './form'

/** What Lob answers where something is wrong. */
export class LobError extends Error {
  readonly status: number
  readonly code: string
  constructor(message: string, status: number, code: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What Lob answers to a field it cannot use. */
export function invalid(message: string): LobError {
  return new LobError(message, 422, 'invalid')
}

const maxNameLength = 40
const maxLineLength = 64

/** Reads and checks an address given as fields or as the JSON of one. */
export function readAddress(fields: Fields, name: string) {
  const given = pick(fields, name)
  const { address_country: country = 'US' } = given
  const demand = (field: string) => {
    if (!given[field]?.trim()) throw invalid(`${name}.${field} is required`)
  }
  if (!given.name?.trim() && !given.company?.trim()) throw invalid(`${name} requires either name or company`)
  if ((given.name?.length ?? 0) > maxNameLength) {
    throw invalid(`${name}.name length must be less than or equal to ${maxNameLength} characters long`)
  }
  demand('address_line1')
  if ((given.address_line1?.length ?? 0) > maxLineLength) {
    throw invalid(
      `${name}.address_line1 length must be less than or equal to ${maxLineLength} characters long`,
    )
  }
  if (!/^[A-Z]{2}$/.test(country)) throw invalid(`${name}.address_country must be a two-letter country code`)
  if (country === 'US') {
    for (const field of ['address_city', 'address_state', 'address_zip']) demand(field)
    if (!/^\d{5}(-\d{4})?$/.test(given.address_zip ?? '')) {
      throw invalid(`${name}.address_zip must be in a valid zip format`)
    }
  }
  return { object: 'address', ...given, address_country: country }
}
