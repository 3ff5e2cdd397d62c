import { join } from 'node:path'
import { keepJson } from '../json-file'
import { findFreePort } from '../ports'
import { startTwilioEmulator } from './emulate'
import { startFilesEmulator } from './files/start'
import { startLobEmulator } from './lob/start'
import { startPusherEmulator } from './pusher/start'
import { startResendEmulator } from './resend/start'
import { startStripeEmulator } from './stripe/start'

export type Env = Record<string, string | undefined>

/** What the stand-ins need to know: where to keep things, and where the app will be. */
export type Place = { dataDir: string; appUrl: string }

/** A running stand-in: the settings that lead the app to it, and its page for people. */
export type StandIn = {
  env: Record<string, string>
  page?: [name: string, url: string]
  close(): Promise<void>
}

type Part = { name: string; isSet(env: Env): boolean; start(place: Place, port: number): Promise<StandIn> }

const parts: Part[] = [
  { name: 'stripe', isSet: (env) => Boolean(env.STRIPE_SECRET_KEY), start: startPayments },
  { name: 'pusher', isSet: (env) => Boolean(env.PUSHER_KEY), start: startLiveUpdates },
  { name: 'resend', isSet: (env) => Boolean(env.RESEND_API_KEY), start: startEmail },
  { name: 'twilio', isSet: (env) => Boolean(env.TWILIO_ACCOUNT_SID), start: startSms },
  { name: 'lob', isSet: (env) => Boolean(env.LOB_API_KEY), start: startPost },
  { name: 'files', isSet: (env) => Boolean(env.S3_ENDPOINT || env.S3_ACCESS_KEY_ID), start: startFiles },
]

/**
 * Starts a stand-in for each part that the environment does not name a provider for. Each keeps its port from one run
 * to the next where it can, since mails and orders of yesterday hold its addresses.
 */
export async function startStandIns(env: Env, place: Place): Promise<Map<string, StandIn>> {
  const ports = keepJson<Record<string, number>>(join(place.dataDir, 'ports.json'), {})
  const running = new Map<string, StandIn>()
  try {
    for (const { name, isSet, start } of parts) {
      if (isSet(env)) continue
      const port = await findFreePort(ports.value[name])
      ports.value[name] = port
      running.set(name, await start(place, port))
    }
  } catch (error) {
    await closeStandIns(running)
    throw error
  }
  ports.save()
  return running
}

/** Closes all of them; what they keep is on disk. */
export async function closeStandIns(running: Map<string, StandIn>): Promise<void> {
  await Promise.all([...running.values()].map(({ close }) => close()))
}

async function startPayments({ dataDir, appUrl }: Place, port: number): Promise<StandIn> {
  const secret = 'whsec_local'
  const { url, close } = await startStripeEmulator({
    port,
    merchant: 'TicketBoss',
    publicUrl: `http://localhost:${port}`,
    webhookUrl: `${appUrl}/api/webhooks/stripe`,
    webhookSecret: secret,
    dataFile: join(dataDir, 'stripe.json'),
  })
  const env = { STRIPE_SECRET_KEY: 'sk_test_local', STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_BASE: url }
  return { env, page: ['Payments (stand-in for Stripe)', `http://localhost:${port}`], close }
}

async function startLiveUpdates(_: Place, port: number): Promise<StandIn> {
  const app = { id: 'local', key: 'local-key', secret: 'local-secret' }
  const { close } = await startPusherEmulator({ port, app })
  const address = { PUSHER_HOST: '127.0.0.1', PUSHER_PORT: String(port), PUSHER_SCHEME: 'http' }
  return { env: { PUSHER_APP_ID: app.id, PUSHER_KEY: app.key, PUSHER_SECRET: app.secret, ...address }, close }
}

async function startEmail({ dataDir }: Place, port: number): Promise<StandIn> {
  const apiKey = 're_local'
  const { url, close } = await startResendEmulator({ port, apiKey, dir: join(dataDir, 'inbox') })
  return {
    env: { RESEND_API_KEY: apiKey, RESEND_BASE_URL: url },
    page: ['Inbox (stand-in for Resend)', `http://localhost:${port}`],
    close,
  }
}

async function startSms(_: Place, port: number): Promise<StandIn> {
  const login = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'local', from: '+15005550006' }
  const { close } = await startTwilioEmulator({ port, ...login })
  return {
    env: {
      TWILIO_ACCOUNT_SID: login.accountSid,
      TWILIO_AUTH_TOKEN: login.authToken,
      TWILIO_FROM: login.from,
      TWILIO_BASE_URL: `http://127.0.0.1:${port}`,
    },
    page: ['SMS (stand-in for Twilio)', `http://localhost:${port}`],
    close,
  }
}

async function startPost({ dataDir }: Place, port: number): Promise<StandIn> {
  const apiKey = 'test_local'
  const { url, close } = await startLobEmulator({ port, apiKey, dataFile: join(dataDir, 'letters.json') })
  const page: [string, string] = ['Letters (stand-in for Lob)', `http://localhost:${port}`]
  const env = { LOB_API_KEY: apiKey, LOB_BASE_URL: url, LOB_FROM_ADDRESS: 'adr_local' }
  return { env, page, close }
}

async function startFiles({ dataDir }: Place, port: number): Promise<StandIn> {
  const accessKeyId = 'local'
  const { url, close } = await startFilesEmulator({ port, dir: join(dataDir, 'files'), accessKeyId })
  const login = { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: 'local' }
  return { env: { S3_ENDPOINT: url, S3_REGION: 'local', S3_BUCKET: 'ticketboss', ...login }, close }
}
