import type { Kept } from '../../json-file'
import { LobError } from './addresses'
import { type Letter, TRACKING } from './letters'

/** A fault of the API: it answers 503 without or with its effect, or 429. `times` counts down. */
export type Fault = { effect: 'fail-before' | 'fail-after' | 'rate-limit'; times?: number }
export type Answered = Record<string, { fingerprint: string; id: string }>
export type State = { letters: Letter[]; answered: Answered }

const EFFECTS = ['fail-before', 'fail-after', 'rate-limit']

/** The next fault that was asked for, counted down. */
export function takeFault(faults: Fault[]): Fault['effect'] | null {
  const fault = faults.find(({ times = 1 }) => times > 0)
  if (fault?.times !== undefined) fault.times -= 1
  return fault?.effect ?? null
}

/**
 * For tests and curious people: `POST /_emulator/faults` `{ rules: Fault[] }`, `DELETE` ends them;
 * `POST /_emulator/letters/{id}` with the form field `event` (a tracking event, `failed` or `canceled`) lets it happen.
 */
export async function control(kept: Kept<State>, faults: Fault[], request: Request): Promise<Response> {
  const [, , what, id] = new URL(request.url).pathname.split('/')
  if (what === 'faults') {
    if (request.method === 'DELETE') faults.length = 0
    else faults.push(...readFaults(await request.json()))
    return new Response(null, { status: 204 })
  }
  const letter = kept.value.letters.find((each) => each.id === id)
  if (!letter) throw new LobError('letter not found', 404, 'not_found')
  happen(letter, String((await request.formData()).get('event')))
  kept.save()
  return new Response(null, { status: 303, headers: { location: `/#${letter.id}` } })
}

function readFaults(body: unknown): Fault[] {
  const { rules } = body as { rules: Fault[] }
  for (const { effect } of rules) {
    if (!EFFECTS.includes(effect)) throw new LobError(`unknown effect: ${effect}`, 400, 'bad_request')
  }
  return rules.map((rule) => ({ ...rule }))
}

function happen(letter: Letter, event: string): void {
  if (event === 'failed') letter.unprintable = true
  else if (event === 'canceled') letter.deleted = true
  else {
    const name = TRACKING.find((one) => one === event)
    if (!name) throw new LobError(`unknown event: ${event}`, 400, 'bad_request')
    const time = new Date().toISOString()
    letter.tracking_events.push({ object: 'tracking_event', type: 'normal', name, time })
  }
}
