'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** Submits the form it stands in and shows that it is under way. */
export function SubmitButton(props: ButtonProps) {
  const { pending } = useFormStatus()
  return <Button type="submit" {...props} pending={pending || props.pending} />
}
