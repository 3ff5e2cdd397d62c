import type { ReactNode } from 'react'
import { cn } from './cn'

export type FieldControl = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  name: string
  label: ReactNode
  /** Said before anything goes wrong. */
  hint?: ReactNode
  /** What is wrong and what to do, in a sentence. */
  error?: ReactNode
  /** Set when the same name stands twice on a page. */
  id?: string
  className?: string
  /** Gets what ties the control to its label, hint and error: `{(control) => <Input {...control} />}`. */
  children: (control: FieldControl) => ReactNode
}

/** A labelled control with its hint and its error. */
export function Field({ name, label, hint, error, id = `field-${name}`, className, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
