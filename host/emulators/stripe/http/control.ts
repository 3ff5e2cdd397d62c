import { z } from 'zod'
import type { Emulator } from '../emulator'
import { faultRule } from '../faults'
import { onboardAccount } from '../resources/accounts'
import { type Answer, jsonAnswer } from './answer'
import type { Request } from './request'

type Door = (emulator: Emulator, body: unknown, id: string) => Answer

const switchBody = z.strictObject({ enabled: z.boolean() })
const resendBody = z.strictObject({ eventId: z.string() })

/**
 * The doors that Stripe does not have, for tests and for people trying things out. JSON in and out, no key needed.
 *
 * - `GET|POST|DELETE /_emulator/faults`: see, add (a list of rules, see `faults.ts`) and clear faults
 * - `POST /_emulator/webhooks { enabled }`: silence webhooks; what happens meanwhile is recorded but not sent
 * - `POST /_emulator/webhooks/resend { eventId }`: send an event again, whatever became of it
 * - `GET /_emulator/events`: every event, newest first, with what became of its delivery
 * - `POST /_emulator/accounts/{id}/onboard`: complete a connected account's onboarding without its page
 */
const DOORS: [method: string, pattern: RegExp, Door][] = [
  ['GET', /^faults$/, ({ faults }) => jsonAnswer(200, faults.list())],
  ['POST', /^faults$/, addFaults],
  ['DELETE', /^faults$/, clearFaults],
  ['POST', /^webhooks$/, switchWebhooks],
  ['POST', /^webhooks\/resend$/, resendEvent],
  ['GET', /^events$/, listEvents],
  ['POST', /^accounts\/(\w+)\/onboard$/, onboard],
]

export function answerControl(emulator: Emulator, request: Request): Answer {
  const path = request.path.replace(/^\/_emulator\/?/, '')
  for (const [method, pattern, door] of DOORS) {
    const match = method === request.method ? pattern.exec(path) : null
    if (!match) continue
    const body = parseJson(request.body)
    return body === undefined ? refusal('The body is not JSON.') : door(emulator, body, match[1] ?? '')
  }
  return jsonAnswer(404, { error: 'No such door.' })
}

function addFaults({ faults }: Emulator, body: unknown): Answer {
  const parsed = z.array(faultRule).safeParse(Array.isArray(body) ? body : [body])
  if (!parsed.success) return refusal(z.prettifyError(parsed.error))
  faults.add(parsed.data)
  return jsonAnswer(200, faults.list())
}

function clearFaults({ faults }: Emulator): Answer {
  faults.clear()
  return jsonAnswer(200, [])
}

function switchWebhooks({ webhooks }: Emulator, body: unknown): Answer {
  const parsed = switchBody.safeParse(body)
  if (!parsed.success) return refusal(z.prettifyError(parsed.error))
  webhooks.enabled = parsed.data.enabled
  return jsonAnswer(200, { enabled: webhooks.enabled })
}

function resendEvent({ store, webhooks }: Emulator, body: unknown): Answer {
  const parsed = resendBody.safeParse(body)
  if (!parsed.success) return refusal(z.prettifyError(parsed.error))
  const event = store.tables.events.get(parsed.data.eventId)
  if (!event) return jsonAnswer(404, { error: 'No such event.' })
  webhooks.resend(event)
  return jsonAnswer(200, { eventId: event.id })
}

function listEvents({ store }: Emulator): Answer {
  const { events, deliveries } = store.tables
  const rows = [...events.values()]
    .reverse()
    .map((event) => ({ ...event, delivery: deliveries.get(event.id) ?? null }))
  return jsonAnswer(200, rows)
}

function onboard(emulator: Emulator, _body: unknown, id: string): Answer {
  const account = emulator.store.tables.accounts.get(id)
  if (!account) return jsonAnswer(404, { error: 'No such account.' })
  onboardAccount(emulator.startTurn(), account)
  emulator.store.touch()
  return jsonAnswer(200, account)
}

function refusal(error: string): Answer {
  return jsonAnswer(400, { error })
}

function parseJson(body: string): unknown {
  try {
    return body === '' ? null : JSON.parse(body)
  } catch {
    return undefined
  }
}
