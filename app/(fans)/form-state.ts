import type { FormState } from '@/components/account/types'

const NOTHING: FormState = { done: null, problem: null, wrong: {}, kept: {} }

export function formDone(done: string): FormState {
  return { ...NOTHING, done }
}

/** `kept` is shown again; never a password. */
export function formProblem(problem: string, kept: FormState['kept'] = {}): FormState {
  return { ...NOTHING, problem, kept }
}

export function formWrong(wrong: FormState['wrong'], kept: FormState['kept'] = {}): FormState {
  return { ...NOTHING, wrong, kept }
}

/** A field of a form as text, no longer than it may be. */
export function readField(form: FormData, name: string, maxLength = 254): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, maxLength) : ''
}
