'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Notice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import type { FormAction, SignInState } from './types'

const FRESH: SignInState = { problem: null, email: '' }

/** Email and password. Works before and without JavaScript; `next` is where to go on. */
export function SignInForm({ signIn, next }: { signIn: FormAction<SignInState>; next: string }) {
  const t = useTranslations('account')
  const [state, send] = useActionState(signIn, FRESH)
  const { problem } = state
  return (
    <form action={send} className="grid gap-5">
      {problem && <Notice tone="danger" title={t(`problem.${problem}`)} />}
      <input type="hidden" name="next" value={next} />
      <Field name="email" label={t('email')}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={state.email}
            {...control}
          />
        )}
      </Field>
      <Field name="password" label={t('password')}>
        {(control) => (
          <Input type="password" autoComplete="current-password" required maxLength={200} {...control} />
        )}
      </Field>
      <SubmitButton variant="primary" size="large">
        {t('signIn.go')}
      </SubmitButton>
      <p className="text-muted">
        {t('signIn.fresh')}{' '}
        <Link href={{ pathname: '/sign-up', query: next === '/' ? {} : { next } }} className="link text-ink">
          {t('signIn.signUp')}
        </Link>
      </p>
    </form>
  )
}
