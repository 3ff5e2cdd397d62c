import { afterEach, describe, expect, it, vi } from 'vitest'

const PEM = '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----'
const APPLE = {
  APPLE_PASS_TYPE_ID: 'pass.com.example.tickets',
  APPLE_TEAM_ID: 'ABCDE12345',
  APPLE_PASS_CERTIFICATE: PEM,
  APPLE_PASS_KEY: PEM,
  APPLE_WWDR_CERTIFICATE: PEM,
}
const account = { client_email: 'tickets@example.com', private_key: '-----BEGIN PRIVATE KEY-----' }
const GOOGLE = { GOOGLE_WALLET_ISSUER_ID: '338', GOOGLE_WALLET_SERVICE_ACCOUNT: JSON.stringify(account) }

/** The environment as a start with these settings reads it. */
async function start(set: Record<string, string>) {
  vi.resetModules()
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  return (await import('./env')).env
}
afterEach(() => vi.unstubAllEnvs())

describe('the settings of wallets', () => {
  it('may all be missing, or empty', async () => {
    expect((await start({ APPLE_TEAM_ID: '' })).APPLE_TEAM_ID).toBeUndefined()
  })

  it('are read together: certificates with their line ends, the service account as what it says', async () => {
    const env = await start({ ...APPLE, ...GOOGLE })
    expect(env.APPLE_PASS_CERTIFICATE).toBe(PEM.replaceAll('\\n', '\n'))
    expect(env.GOOGLE_WALLET_SERVICE_ACCOUNT).toEqual(account)
  })

  it.each([
    ['APPLE_PASS_TYPE_ID', { ...APPLE, APPLE_PASS_KEY: '' }],
    ['APPLE_PASS_KEY', { ...APPLE, APPLE_PASS_KEY: 'secret' }],
    ['APPLE_TEAM_ID', { ...APPLE, APPLE_TEAM_ID: 'us' }],
    ['GOOGLE_WALLET_ISSUER_ID', { ...GOOGLE, GOOGLE_WALLET_SERVICE_ACCOUNT: '' }],
    ['GOOGLE_WALLET_SERVICE_ACCOUNT', { ...GOOGLE, GOOGLE_WALLET_SERVICE_ACCOUNT: '{' }],
  ])('stop the start and name %s where they do not fit', async (name, set) => {
    await expect(start(set)).rejects.toThrow(name)
  })
})
