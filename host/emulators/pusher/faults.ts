/**
 * A fault of the line between server and browser, or of the REST answer.
 * - `drop`, `delay` (`ms`), `duplicate`, `reorder` (a message waits for the next one, `ms` at most) act on each
 *   delivery of a message to one subscriber;
 * - `cut` closes the connection that asks for a channel, which may try again;
 * - `fail-before` and `fail-after` answer a publish with 500, without or with its effect.
 *
 * `channel` and `event` are regular expressions (default: all). `times` counts down; without it the fault stays.
 * `chance` (0…1) lets it strike now and then.
 */
export type Fault = {
  effect: 'drop' | 'delay' | 'duplicate' | 'reorder' | 'cut' | 'fail-before' | 'fail-after'
  channel?: string
  event?: string
  ms?: number
  times?: number
  chance?: number
}

export type Message = { channel: string; event: string }

const effects = ['drop', 'delay', 'duplicate', 'reorder', 'cut', 'fail-before', 'fail-after']

/** Reads `{ rules: [...] }`; throws on what it does not know. */
export function parseFaults(text: string): Fault[] {
  const { rules } = JSON.parse(text) as { rules: Fault[] }
  for (const { effect, channel = '', event = '' } of rules) {
    if (!effects.includes(effect)) throw new Error(`unknown effect: ${effect}`)
    void new RegExp(channel)
    void new RegExp(event)
  }
  return rules.map((rule) => ({ ...rule }))
}

/** Takes the first fault that fits, and counts it down. */
export function takeFault(faults: Fault[], message: Message, wanted: Fault['effect'][]): Fault | null {
  const fault = faults.find(
    ({ effect, channel = '', event = '', times = 1, chance = 1 }) =>
      wanted.includes(effect) &&
      times > 0 &&
      new RegExp(channel).test(message.channel) &&
      new RegExp(event).test(message.event) &&
      Math.random() < chance,
  )
  if (fault?.times !== undefined) fault.times -= 1
  return fault ?? null
}
