import { generateKeyPairSync, randomBytes } from 'node:crypto'

// Runs before every test file: a complete environment with secrets made up on the spot, and providers at an address
// where nobody listens, so that a test which forgets to start its stand-in fails instead of reaching someone.
Object.assign(process.env, createTestEnv())

function createTestEnv(): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9'
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    APP_URL: 'http://localhost:3000',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nowhere',
    AUTH_SECRET: randomBytes(32).toString('base64'),
    TICKET_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    CRON_SECRET: randomBytes(16).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_unit',
    STRIPE_WEBHOOK_SECRET: 'whsec_unit',
    STRIPE_API_BASE: nowhere,
    PUSHER_APP_ID: 'unit',
    PUSHER_KEY: 'unit',
    PUSHER_SECRET: 'unit',
    PUSHER_HOST: '127.0.0.1',
    PUSHER_PORT: '9',
    PUSHER_SCHEME: 'http',
    RESEND_API_KEY: 're_unit',
    RESEND_BASE_URL: nowhere,
    EMAIL_FROM: 'TicketBoss <tickets@example.com>',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'unit',
    TWILIO_FROM: '+15005550006',
    TWILIO_BASE_URL: nowhere,
    LOB_API_KEY: 'test_unit',
    LOB_BASE_URL: nowhere,
    LOB_FROM_ADDRESS: 'adr_unit',
    S3_ENDPOINT: nowhere,
    S3_REGION: 'local',
    S3_BUCKET: 'ticketboss',
    S3_ACCESS_KEY_ID: 'unit',
    S3_SECRET_ACCESS_KEY: 'unit',
  }
}
