import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id (the library's default) with 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet's
 * recommendation (cheatsheetseries.owasp.org, "Argon2id"). They are written into each hash, so raising them spares
 * old ones.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash with the same parameters of random bytes that nobody kept: the work for an email without an account. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$8PUQoYYWEMFs5MSrQKJ2IQ$9TxaijtvwfveBf+i71B7Dn29o6SGBdYV6nRTuw5MfTQ'

/** The hash to keep for a password, with its own random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), PARAMETERS)
}

/**
 * Whether a password is the one that was hashed. Without a hash (no such account, or one without a password) the same
 * work is done and the answer is no, so that time does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, normalize(password))
  return matches && passwordHash !== null
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B, 3.1.1.2). */
function normalize(password: string): string {
  return password.normalize('NFKC')
}
