import { redirect } from 'next/navigation'
import { cache } from 'react'
import { currentUser } from '@/lib/accounts/session'
import { type Contact, findContact } from '@/lib/accounts/users/queries'

/** Whose account it is; who has not signed in does that first and comes back to `path`. */
export const requireContact = cache(async (path: string): Promise<Contact> => {
  const user = await currentUser()
  const contact = user && (await findContact(user.id))
  return contact ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
})
