/** What a form knows after it was sent. Words are ready to show; a password is never among `kept`. */
export type FormState = {
  /** What went well, where the page stays. */
  done: string | null
  /** What is wrong with all of it. */
  problem: string | null
  /** What is wrong by field. */
  wrong: Record<string, string>
  /** What need not be typed again. */
  kept: Record<string, string>
}

/** A form's action: takes the last answer and the form, answers anew, or goes elsewhere. */
export type FormAction = (last: FormState, form: FormData) => Promise<FormState>

export type FieldSpec = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'tel'
  autoComplete?: string
  optional?: boolean
  minLength?: number
  maxLength?: number
  value?: string
  /** Six digits, from a mail or an SMS. */
  isCode?: boolean
  /** Makes it a choice: [value, label]. */
  options?: [string, string][]
}
