'use client'

import { unstable_rethrow } from 'next/navigation'
import { useEffect, useState } from 'react'

type FormAction<S> = (state: S, form: FormData) => Promise<S>

/**
 * A form's server action for `useActionState` that outlives a server out of reach: then the form gets what `otherwise`
 * makes of it, and what was typed stays. As the page comes, and without JavaScript, it is the action itself.
 */
export function useReachable<S>(action: FormAction<S>, otherwise: (form: FormData) => S): FormAction<S> {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  if (!isLive) return action
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (error) {
      unstable_rethrow(error)
      // What broke on the server has a digest: its page says so, with the number to mention.
      if (error instanceof Error && 'digest' in error) throw error
      return otherwise(form)
    }
  }
}
