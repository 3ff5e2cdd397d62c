'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentUser } from '@/lib/accounts/session'
import { followOrganizer, unfollowByToken } from '@/lib/coordinator/follow-organizer'
import { isSlug } from '@/lib/events/rules'

/** Follows the organizer `slug`, or no longer where `follow` is empty. Who is not signed in is asked to. */
export async function follow(form: FormData): Promise<void> {
  const slug = String(form.get('slug') ?? '')
  if (!isSlug(slug)) return
  const user = await currentUser()
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(`/organizers/${slug}`)}`)
  await followOrganizer({ userId: user.id, slug, follow: form.get('follow') === 'yes' })
  revalidatePath(`/organizers/${slug}`)
}

/** Ends the mails by the link in one of them, and says so. */
export async function unfollow(form: FormData): Promise<void> {
  await unfollowByToken(String(form.get('token') ?? ''))
  const slug = String(form.get('slug') ?? '')
  redirect(isSlug(slug) ? `/organizers/${slug}/unfollow?done=yes` : '/')
}
