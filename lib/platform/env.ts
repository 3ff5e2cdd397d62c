import { z } from 'zod'

/** `''` in an env file means unset. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** PEM, as a file has it or in one line with `\\n` for its line ends. */
const pem = optional(
  z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .pipe(z.string().regex(/^-----BEGIN [A-Z ]+-----\n[\s\S]+\n-----END [A-Z ]+-----\s*$/, 'is not PEM')),
)

/** A Google service account's key file, as JSON. */
const serviceAccount = optional(
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(z.object({ client_email: z.email(), private_key: z.string().startsWith('-----BEGIN') })),
)

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  APP_URL: z.url().default('http://localhost:3000'),
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  AUTH_SECRET: z.string().min(32),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  TICKET_SIGNING_KEY: z.string().min(40),
  CRON_SECRET: optional(z.string().min(16)),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_BASE: optional(z.url()),
  PUSHER_APP_ID: z.string().min(1),
  PUSHER_KEY: z.string().min(1),
  PUSHER_SECRET: z.string().min(1),
  PUSHER_CLUSTER: optional(z.string()),
  PUSHER_HOST: optional(z.string()),
  PUSHER_PORT: optional(z.coerce.number().int()),
  PUSHER_SCHEME: optional(z.enum(['http', 'https'])),
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: optional(z.url()),
  EMAIL_FROM: z.string().default('TicketBoss <tickets@example.com>'),
  TWILIO_ACCOUNT_SID: optional(z.string().startsWith('AC')),
  TWILIO_AUTH_TOKEN: optional(z.string()),
  TWILIO_FROM: optional(z.string()),
  TWILIO_BASE_URL: optional(z.url()),
  LOB_API_KEY: optional(z.string()),
  LOB_BASE_URL: optional(z.url()),
  LOB_FROM_ADDRESS: optional(z.string()),
  S3_ENDPOINT: optional(z.url()),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().default('ticketboss'),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  APPLE_PASS_TYPE_ID: optional(z.string().startsWith('pass.')),
  APPLE_TEAM_ID: optional(z.string().regex(/^[A-Z0-9]{10}$/, 'is not a team id of ten characters')),
  APPLE_PASS_CERTIFICATE: pem,
  APPLE_PASS_KEY: pem,
  APPLE_WWDR_CERTIFICATE: pem,
  GOOGLE_WALLET_ISSUER_ID: optional(z.string().regex(/^\d+$/, 'is not a number')),
  GOOGLE_WALLET_SERVICE_ACCOUNT: serviceAccount,
})

/** What passes for Apple Wallet are signed with; without all of it none are offered. */
const APPLE = [
  'APPLE_PASS_TYPE_ID',
  'APPLE_TEAM_ID',
  'APPLE_PASS_CERTIFICATE',
  'APPLE_PASS_KEY',
  'APPLE_WWDR_CERTIFICATE',
] as const

function isAllOrNone(values: unknown[]): boolean {
  return new Set(values.map((value) => value === undefined)).size === 1
}

const schema = settings
  .refine((set) => set.PUSHER_HOST || set.PUSHER_CLUSTER, {
    path: ['PUSHER_CLUSTER'],
    message: 'is needed where PUSHER_HOST is not set',
  })
  .refine((set) => isAllOrNone(APPLE.map((name) => set[name])), {
    path: ['APPLE_PASS_TYPE_ID'],
    message: `comes with all of ${APPLE.join(', ')}, or none is set`,
  })
  .refine((set) => isAllOrNone([set.GOOGLE_WALLET_ISSUER_ID, set.GOOGLE_WALLET_SERVICE_ACCOUNT]), {
    path: ['GOOGLE_WALLET_ISSUER_ID'],
    message: 'comes with GOOGLE_WALLET_SERVICE_ACCOUNT, or neither is set',
  })

/** The environment, checked once. A missing or malformed value stops the start with its name. */
function readEnv(): z.infer<typeof schema> {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) {
    // next-auth 4 takes its own address from here and nowhere else.
    process.env.NEXTAUTH_URL ??= parsed.data.APP_URL
    return parsed.data
  }
  throw new Error(`The environment is not complete.\n${z.prettifyError(parsed.error)}`)
}

export const env = readEnv()
