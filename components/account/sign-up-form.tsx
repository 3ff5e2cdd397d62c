'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useActionState } from 'react'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Notice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import type { FormAction, SignUpField, SignUpState } from './types'

const FRESH: SignUpState = { problem: null, wrong: {}, name: '', email: '' }

/** Name, email and a new password. Works before and without JavaScript; `next` is where to go on. */
export function SignUpForm({ signUp, next }: { signUp: FormAction<SignUpState>; next: string }) {
  const t = useTranslations('account')
  const [state, send] = useActionState(signUp, FRESH)
  const query = next === '/' ? {} : { next }
  const field = (name: SignUpField, input: ComponentProps<'input'>, hint?: string) => (
    <Field name={name} label={t(name)} hint={hint} error={errorOf(name, state, t)}>
      {(control) => <Input required {...input} {...control} />}
    </Field>
  )
  return (
    <form action={send} className="grid gap-5">
      {state.problem && <Notice tone="danger" title={t(`problem.${state.problem}`)} />}
      <input type="hidden" name="next" value={next} />
      {field('name', { autoComplete: 'name', maxLength: 100, defaultValue: state.name })}
      {field('email', { type: 'email', autoComplete: 'username', maxLength: 254, defaultValue: state.email })}
      {field(
        'password',
        { type: 'password', autoComplete: 'new-password', minLength: 10, maxLength: 200 },
        t('signUp.passwordHint'),
      )}
      <SubmitButton variant="primary" size="large">
        {t('signUp.go')}
      </SubmitButton>
      <p className="text-muted">
        {t('signUp.known')}{' '}
        <Link href={{ pathname: '/sign-in', query }} className="link text-ink">
          {t('signUp.signIn')}
        </Link>
      </p>
    </form>
  )
}

function errorOf(
  name: SignUpField,
  { wrong }: SignUpState,
  t: ReturnType<typeof useTranslations<'account'>>,
) {
  const kind = wrong[name]
  return kind && t(kind === 'taken' ? 'wrong.taken' : `wrong.${name}`)
}
