import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Env } from '../emulators/start-all'

/** Every setting there is; `.env.example` says what each is for. */
export const settingNames = `
  APP_URL PORT DATABASE_URL DATABASE_POOL_SIZE AUTH_SECRET TICKET_SIGNING_KEY CRON_SECRET
  GOOGLE_CLIENT_ID GOOGLE_CLIENT_SECRET
  STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET STRIPE_API_BASE
  PUSHER_APP_ID PUSHER_KEY PUSHER_SECRET PUSHER_CLUSTER PUSHER_HOST PUSHER_PORT PUSHER_SCHEME
  RESEND_API_KEY RESEND_BASE_URL EMAIL_FROM
  TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN TWILIO_FROM TWILIO_BASE_URL
  LOB_API_KEY LOB_BASE_URL LOB_FROM_ADDRESS
  S3_ENDPOINT S3_REGION S3_BUCKET S3_ACCESS_KEY_ID S3_SECRET_ACCESS_KEY
  APPLE_PASS_TYPE_ID APPLE_TEAM_ID APPLE_PASS_CERTIFICATE APPLE_PASS_KEY APPLE_WWDR_CERTIFICATE
  GOOGLE_WALLET_ISSUER_ID GOOGLE_WALLET_SERVICE_ACCOUNT
`
  .trim()
  .split(/\s+/)

/** The environment over `.env`, as Next has it: what is set for this one run wins. Empty values count as unset. */
export function readSettings(root: string, env: Env = process.env): Env {
  const path = join(root, '.env')
  const fromFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  const set = Object.entries({ ...fromFile, ...env }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return Object.fromEntries(set)
}

/** The port to serve on. */
export function readPort(settings: Env): number {
  return Number(settings.PORT ?? 3000)
}
