import { z } from 'zod'

const EFFECTS = [
  'delay',
  'drop',
  'fail-before',
  'fail-after-effect',
  'duplicate',
  'reorder',
  'forge',
  'timeout',
] as const

export type FaultEffect = (typeof EFFECTS)[number]

/**
 * A fault to inject. `match.event` (a regular expression on the event type) makes it a webhook fault; otherwise it
 * hits requests, by `method` and by `path` (a regular expression on the path). It strikes `times` times (1 unless
 * told), first match first. `ms` and `status` have a meaning per effect.
 *
 * | effect | a request | a webhook |
 * | --- | --- | --- |
 * | `delay` | waits `ms` (1000) before the effect; its idempotency key is in use meanwhile | is sent `ms` later |
 * | `drop` | no effect, the connection is cut | never sent, never retried |
 * | `fail-before` | no effect, answers `status` (500); nothing is kept under the key | counted as failed, retried |
 * | `fail-after-effect` | the effect happens, then the connection is cut, or `status` is answered: 500 is kept under the key as Stripe does, a gateway's 502–504 is not | delivered, but the answer is ignored, so it is retried |
 * | `timeout` | no effect, no answer for `ms` (120,000), then the connection is cut | as `fail-after-effect` |
 * | `duplicate` | worked on twice, the second answer is sent | sent twice |
 * | `reorder` | waits for the next request to finish, at most `ms` (2000) | waits for the next event, at most `ms` (2000) |
 * | `forge` | – | a copy with an altered amount and a wrong signature goes first |
 */
export const faultRule = z
  .strictObject({
    match: z.strictObject({
      method: z.enum(['GET', 'POST', 'DELETE']).optional(),
      path: pattern().optional(),
      event: pattern().optional(),
    }),
    effect: z.enum(EFFECTS),
    ms: z.int().min(0).max(600_000).optional(),
    status: z.int().min(400).max(599).optional(),
    times: z.int().min(1).optional(),
  })
  .refine(
    ({ match }) => !match.event || (!match.method && !match.path),
    'match an event or a request, not both',
  )
  .refine(({ match, effect }) => effect !== 'forge' || match.event, 'only events can be forged')

export type FaultRule = z.output<typeof faultRule>
export type ActiveFault = FaultRule & { left: number }

function pattern() {
  return z.string().refine(isRegExp, 'not a regular expression')
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp
  } catch {
    return false
  }
}

/** The faults that are set. Each match uses one up. */
export class Faults {
  #active: ActiveFault[] = []

  add(rules: FaultRule[]): void {
    for (const rule of rules) this.#active.push({ ...rule, left: rule.times ?? 1 })
  }

  clear(): void {
    this.#active = []
  }

  list(): ActiveFault[] {
    return this.#active
  }

  takeForRequest(method: string, path: string): FaultRule | null {
    return this.#take(
      ({ match }) =>
        !match.event &&
        (!match.method || match.method === method) &&
        (!match.path || new RegExp(match.path).test(path)),
    )
  }

  takeForEvent(type: string): FaultRule | null {
    return this.#take(({ match }) => match.event !== undefined && new RegExp(match.event).test(type))
  }

  #take(isMatch: (rule: FaultRule) => boolean): FaultRule | null {
    const found = this.#active.find(isMatch)
    if (!found) return null
    found.left -= 1
    if (found.left === 0) this.#active = this.#active.filter((rule) => rule !== found)
    return found
  }
}
