'use client'

import { type ReactNode, useActionState } from 'react'
import type { ButtonProps } from '../ui/button'
import { Field, type FieldControl } from '../ui/field'
import { Input } from '../ui/input'
import { Notice } from '../ui/notice'
import { Select } from '../ui/select'
import { SubmitButton } from '../ui/submit-button'
import type { FieldSpec, FormAction, FormState } from './types'

const FRESH: FormState = { done: null, problem: null, wrong: {}, kept: {} }

type Props = {
  /** Tells its fields from those of other forms on the page. */
  id: string
  action: FormAction
  fields: readonly FieldSpec[]
  submit: string
  button?: Pick<ButtonProps, 'variant' | 'size'>
  hidden?: Record<string, string>
  /** Below the button. */
  children?: ReactNode
}

/** A form about an account. Works before and without JavaScript; all words come with its fields and its answer. */
export function AccountForm(props: Props) {
  const { id, action, fields, submit, hidden = {}, children } = props
  const [state, send] = useActionState(action, FRESH)
  return (
    <form action={send} className="grid gap-5">
      {state.problem && <Notice tone="danger" title={state.problem} />}
      {state.done && <Notice tone="good" title={state.done} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          name={field.name}
          label={field.label}
          hint={field.hint}
          error={state.wrong[field.name]}
        >
          {(control) => (
            <Control field={field} kept={state.kept[field.name] ?? field.value} control={control} />
          )}
        </Field>
      ))}
      <SubmitButton
        variant="primary"
        size="large"
        className={props.button?.size === 'normal' ? 'sm:justify-self-start' : undefined}
        {...props.button}
      >
        {submit}
      </SubmitButton>
      {children}
    </form>
  )
}

type ControlProps = { field: FieldSpec; kept: string | undefined; control: FieldControl }

function Control({ field, kept, control }: ControlProps) {
  const { type = 'text', autoComplete, minLength, maxLength, isCode, options } = field
  const shared = { required: !field.optional, defaultValue: kept, autoComplete, ...control }
  if (options) {
    return (
      // A select is filled anew when the answer brings another value.
      <Select key={kept} {...shared}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    )
  }
  if (isCode) {
    return (
      <Input
        {...shared}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="figures h-14 text-center text-xl tracking-[0.3em]"
      />
    )
  }
  return <Input {...shared} type={type} minLength={minLength} maxLength={maxLength} />
}
