import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const makers = {
  AUTH_SECRET: () => randomBytes(32).toString('base64'),
  CRON_SECRET: () => randomBytes(24).toString('base64url'),
  TICKET_SIGNING_KEY: makeSigningKey,
}

/** What an installation must keep to itself; local ones are made once and kept, so that sessions and tickets last. */
export type Secrets = Record<keyof typeof makers, string>

/** Reads `secrets.json` of the data directory and adds what is missing. Only its owner may read the file. */
export function keepSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'secrets.json')
  const kept: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const secrets = Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [name, kept[name as keyof Secrets] ?? make()]),
  ) as Secrets
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

/** Ed25519, PKCS8 DER, base64. */
function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}
