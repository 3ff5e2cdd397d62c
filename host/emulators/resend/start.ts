import { serveFetch } from '../../fetch-server'
import { answerApi, type Fault, type ResendState } from './api'
import { answerInbox } from './inbox'
import { Mailbox } from './mailbox'

/** A running stand-in for Resend. Its inbox is at `url`. */
export type ResendEmulator = { url: string; close(): Promise<void> }

/**
 * Starts a stand-in for Resend with an inbox page (inbox.ts). npm `emulate` has one too, but it throws attachments
 * away, and tickets are attachments. Faults for tests: `POST /_emulator/faults` `{ rules: Fault[] }` with the effects
 * `fail-before`, `fail-after` (the mail is sent, the answer is 500) and `rate-limit`; `DELETE` ends them.
 */
export async function startResendEmulator(options: {
  port: number
  apiKey: string
  dir: string
}): Promise<ResendEmulator> {
  const state: ResendState = {
    mailbox: new Mailbox(options.dir),
    apiKey: options.apiKey,
    url: '',
    faults: [],
  }
  const { url, close } = await serveFetch(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/_emulator/faults') return setFaults(state, request)
    return pathname.startsWith('/emails') ? answerApi(state, request) : answerInbox(state, request)
  }, options.port)
  state.url = url
  return { url, close }
}

async function setFaults(state: ResendState, request: Request): Promise<Response> {
  if (request.method === 'DELETE') state.faults.length = 0
  else state.faults.push(...((await request.json()) as { rules: Fault[] }).rules)
  return new Response(null, { status: 204 })
}
