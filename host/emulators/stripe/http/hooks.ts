import type { FaultRule } from '../faults'
import { type Answer, errorAnswer } from './answer'

/** Where a fault may reach into the work on a request. */
export type Hooks = {
  /** Awaited right before the effect, with the idempotency key already in use. */
  beforeEffect?: () => Promise<void>
  /** What is sent, and kept under the idempotency key, in place of the true answer. */
  answerInstead?: Answer
}

export type Pauses = { wait(ms: number): Promise<void>; waitForNextRequest(ms: number): Promise<void> }

/** Works on a request under a fault. Null means that the connection is to be cut without an answer. */
export async function runWithFault(
  fault: FaultRule | null,
  run: (hooks: Hooks) => Promise<Answer>,
  pauses: Pauses,
): Promise<Answer | null> {
  switch (fault?.effect) {
    case undefined:
    case 'forge':
      return run({})
    case 'delay':
      return run({ beforeEffect: () => pauses.wait(fault?.ms ?? 1000) })
    case 'reorder':
      return run({ beforeEffect: () => pauses.waitForNextRequest(fault?.ms ?? 2000) })
    case 'drop':
      return null
    case 'timeout':
      await pauses.wait(fault?.ms ?? 120_000)
      return null
    case 'fail-before':
      return failure(fault?.status ?? 500)
    case 'fail-after-effect':
      return failAfterEffect(fault?.status ?? null, run)
    case 'duplicate':
      await run({})
      return run({})
  }
}

async function failAfterEffect(
  status: number | null,
  run: (hooks: Hooks) => Promise<Answer>,
): Promise<Answer | null> {
  if (status === null) {
    await run({})
    return null
  }
  // Stripe's own 500 is what a retry with the same key gets again; a gateway's error is known to nobody but it.
  if (status === 500) return run({ answerInstead: failure(status) })
  await run({})
  return failure(status)
}

function failure(status: number): Answer {
  return errorAnswer(status, { type: 'api_error', message: 'An unknown error occurred (injected fault).' })
}
