import type { TypedAddress, TypedDetails } from './checkout-state'

/** What the form begins with: the person, and the kept card that pays. */
export function toKnown(
  person: { name: string; email: string } | undefined,
  card = '',
): Omit<TypedDetails, 'address'> {
  const { name = '', email = '' } = person ?? {}
  return { name, email, card, delivery: 'email' }
}

type KnownAddress = { [Part in keyof TypedAddress]?: string | null }

/** The address of the last letter, or of the address book, as the form has it. */
export function toTyped(address: KnownAddress | undefined, country: string): TypedAddress {
  const { line1, line2, city, postalCode, region } = address ?? {}
  return {
    ...{ line1: line1 ?? '', line2: line2 ?? '', city: city ?? '' },
    ...{ postalCode: postalCode ?? '', region: region ?? '', country: address?.country ?? country },
  }
}
