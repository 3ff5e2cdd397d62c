'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentUser } from '@/lib/accounts/session'
import { followSomeone, unfollowByToken } from '@/lib/coordinator/follow-someone'
import { readFollowKind } from '@/lib/events/follows/rules'
import { isSlug } from '@/lib/events/rules'

/** Follows whom `kind` and `slug` name, or no longer where `follow` is empty. Who is not signed in is asked to. */
export async function follow(form: FormData): Promise<void> {
  const who = readWho(form)
  if (!who) return
  const page = `/${who.kind}s/${who.slug}`
  const user = await currentUser()
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(page)}`)
  await followSomeone({ userId: user.id, ...who, follow: form.get('follow') === 'yes' })
  revalidatePath(page)
  revalidatePath('/account/following')
}

/** Ends the mails by the link in one of them, and says so. */
export async function unfollow(form: FormData): Promise<void> {
  await unfollowByToken(String(form.get('token') ?? ''))
  const who = readWho(form)
  redirect(who ? `/unfollow?kind=${who.kind}&slug=${who.slug}` : '/')
}

function readWho(form: FormData) {
  const kind = readFollowKind(form.get('kind'))
  const slug = String(form.get('slug') ?? '')
  return kind && isSlug(slug) ? { kind, slug } : null
}
