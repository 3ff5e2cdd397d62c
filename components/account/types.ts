/** What a sign-in form knows after it was sent: what went wrong, and what need not be typed again. Never a password. */
export type SignInState = {
  problem: 'bad_credentials' | 'rate_limited' | 'unavailable' | null
  email: string
}

export type SignUpField = 'name' | 'email' | 'password'

export type SignUpState = {
  problem: 'rate_limited' | 'unavailable' | null
  /** The fields that are wrong; `taken` where the email has an account. */
  wrong: Partial<Record<SignUpField, 'wrong' | 'taken'>>
  name: string
  email: string
}

/** A form's action: takes the last answer and the form, answers anew, or goes elsewhere. */
export type FormAction<State> = (last: State, form: FormData) => Promise<State>
