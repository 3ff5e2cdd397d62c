import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FollowedList } from '@/components/follow/followed-list'
import { listFollowed } from '@/lib/events/follows/queries'
import { follow } from '../../follow-actions'
import { AccountFrame } from '../_components/account-frame'
import { requireContact } from '../require-contact'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.following')
  return { title: t('title'), robots: { index: false } }
}

/** Artists and organizers whose new dates one hears of, each with a way out. */
export default async function FollowingPage() {
  const contact = await requireContact('/account/following')
  const followed = await listFollowed(contact.id)
  const t = await getTranslations('myAccount.following')
  return (
    <AccountFrame current="following" title={t('title')}>
      <div className="grid gap-5">
        {followed.length > 0 && <p className="text-muted">{t('text')}</p>}
        <FollowedList followed={followed} follow={follow} />
      </div>
    </AccountFrame>
  )
}
