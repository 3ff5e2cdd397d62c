import { cookies } from 'next/headers'
import { SECURE } from '../session'

/**
 * What somebody has begun and not yet shown a code for. It stays in their browser, out of addresses and logs, and is
 * never proof of anything: the code is.
 */
type Pending = 'sign_up' | 'reset' | 'email' | 'phone'

const MINUTES = { sign_up: 24 * 60, reset: 30, email: 30, phone: 30 }

/** Keeps it, in an action. */
export async function keepPending(what: Pending, value: string): Promise<void> {
  const jar = await cookies()
  const maxAge = MINUTES[what] * 60
  jar.set(nameOf(what), value, { httpOnly: true, sameSite: 'lax', secure: SECURE, path: '/', maxAge })
}

/** As it came from the browser: check it. */
export async function readPending(what: Pending): Promise<string | null> {
  return (await cookies()).get(nameOf(what))?.value ?? null
}

/** Forgets it, in an action. */
export async function dropPending(what: Pending): Promise<void> {
  ;(await cookies()).delete(nameOf(what))
}

function nameOf(what: Pending): string {
  return `tb_pending_${what}`
}
