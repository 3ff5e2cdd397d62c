'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FindState } from '../find-state'

type Find = (state: FindState, form: FormData) => Promise<FindState>
const FRESH: FindState = { isSent: false, problem: null, reference: '', email: '' }

/** First the reference and the email, then the code that was mailed. Works without JavaScript. */
export function FindForm({ find }: { find: Find }) {
  const t = useTranslations('findOrder')
  const [state, send] = useActionState(find, FRESH)
  const { isSent, problem } = state
  return (
    <div className="grid gap-8">
      {problem && <Notice tone="danger" title={t(`problem.${problem}`)} />}
      {isSent ? <CodeForm state={state} send={send} /> : <AskForm state={state} send={send} />}
    </div>
  )
}

type Props = { state: FindState; send: (form: FormData) => void }

function AskForm({ state, send }: Props) {
  const t = useTranslations('findOrder')
  return (
    <form action={send} className="grid gap-5">
      <Field name="reference" label={t('reference')} hint={t('referenceHint')}>
        {(control) => (
          <Input
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={state.reference}
            className="figures uppercase"
            {...control}
          />
        )}
      </Field>
      <Field name="email" label={t('email')} hint={t('emailHint')}>
        {(control) => (
          <Input
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={state.email}
            {...control}
          />
        )}
      </Field>
      <SubmitButton variant="primary" size="large">
        {t('go')}
      </SubmitButton>
    </form>
  )
}

function CodeForm({ state, send }: Props) {
  const t = useTranslations('findOrder')
  const { reference, email } = state
  const kept = (
    <>
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="email" value={email} />
    </>
  )
  return (
    <>
      <form action={send} className="grid gap-5">
        {kept}
        <p role="status">{t('sent', { reference: reference.toUpperCase(), email })}</p>
        <Field name="code" label={t('code')} hint={t('codeHint')}>
          {(control) => (
            <Input
              required
              maxLength={40}
              inputMode="numeric"
              autoComplete="one-time-code"
              className="figures max-w-48 text-lg"
              {...control}
            />
          )}
        </Field>
        <SubmitButton variant="primary" size="large">
          {t('open')}
        </SubmitButton>
      </form>
      <form action={send}>
        {kept}
        <SubmitButton variant="quiet">{t('again')}</SubmitButton>
      </form>
    </>
  )
}
