import type { ErrorCode, ErrorFacts } from './errors'

/** An expected refusal: a code of the closed set, and the facts that go with it. */
export type Refusal<C extends ErrorCode = ErrorCode> = { ok: false; code: C } & ErrorFacts

/** The outcome of a command. Exceptions are for what nobody expects. */
export type Result<T, C extends ErrorCode = ErrorCode> = { ok: true; value: T } | Refusal<C>

/** What a command that did its work answers. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** What a command that says no answers: nothing has changed, unless its docstring says so. */
export function refuse<C extends ErrorCode>(code: C, facts: ErrorFacts = {}): Refusal<C> {
  return { ok: false, code, ...facts }
}
