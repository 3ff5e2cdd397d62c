import { randomInt } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Length of the random part, by prefix, where Stripe's differs from the usual 24. */
const LENGTH: Record<string, number> = { cs_test: 58, acct: 16, cus: 14, req: 14 }

/** A new id that looks like Stripe's own, e.g. `pi_3fQ…`. Unguessable; unique for all practical purposes. */
export function newId(prefix: string): string {
  return `${prefix}_${randomToken(LENGTH[prefix] ?? 24)}`
}

/** A random base-62 string, for client secrets, links and fingerprints. */
export function randomToken(length: number): string {
  let token = ''
  while (token.length < length) token += ALPHABET[randomInt(ALPHABET.length)]
  return token
}
