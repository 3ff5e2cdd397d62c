import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { findByToken } from '@/lib/events/follows/queries'
import { findOrganizer } from '@/lib/events/organizers/queries'
import { unfollow } from '../../actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ token?: string | string[]; done?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/**
 * Where a mail's link leads. Looking changes nothing (programs that check links look, too): the one button does.
 */
export default async function UnfollowPage({ params, searchParams }: Props) {
  const [{ slug }, { token }] = await Promise.all([params, searchParams])
  const organizer = await findOrganizer(slug)
  if (!organizer) notFound()
  const t = await getTranslations('finding.unfollow')
  const secret = [token].flat()[0] ?? ''
  const followed = await findByToken(secret)
  const { name } = organizer
  if (followed?.slug !== slug) {
    return (
      <div className="wrap">
        <EmptyState
          heading="h1"
          title={t('done')}
          actions={
            <Link href={`/organizers/${slug}`} className={buttonStyle()}>
              {name}
            </Link>
          }
        >
          {t('doneText', { name })}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="wrap">
      <EmptyState
        heading="h1"
        title={t('title', { name })}
        actions={
          <form action={unfollow}>
            <input type="hidden" name="token" value={secret} />
            <input type="hidden" name="slug" value={slug} />
            <SubmitButton variant="primary">{t('button')}</SubmitButton>
          </form>
        }
      >
        {t('text')}
      </EmptyState>
    </div>
  )
}
