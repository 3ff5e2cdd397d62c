'use client'

import Link from 'next/link'
import { AccountForm } from './account-form'
import type { FormAction } from './types'

/** They come as a prop, so that pages with the dialog ship no other copy of accounts. */
export type SignInWords = Record<
  | 'title'
  | 'text'
  | 'email'
  | 'password'
  | 'go'
  | 'fresh'
  | 'signUp'
  | 'forgot'
  | 'close'
  | 'menu'
  | 'google',
  string
>

type Props = {
  id: string
  signIn: FormAction
  next: string
  words: SignInWords
}

/** Email and password. `next` is where to go on. */
export function SignInForm({ id, signIn, next, words }: Props) {
  const query = next === '/' ? {} : { next }
  return (
    <AccountForm
      id={id}
      action={signIn}
      hidden={{ next }}
      submit={words.go}
      fields={[
        { name: 'email', label: words.email, type: 'email', autoComplete: 'username', maxLength: 254 },
        {
          ...{ name: 'password', label: words.password, type: 'password' },
          ...{ autoComplete: 'current-password', maxLength: 200 },
        },
      ]}
    >
      <p className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-muted">
        <span>
          {words.fresh}{' '}
          <Link href={{ pathname: '/sign-up', query }} className="link text-ink">
            {words.signUp}
          </Link>
        </span>
        <Link href="/reset-password" className="link text-ink">
          {words.forgot}
        </Link>
      </p>
    </AccountForm>
  )
}
