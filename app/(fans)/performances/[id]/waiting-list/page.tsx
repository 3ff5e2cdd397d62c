import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/site/client-messages'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { currentUser } from '@/lib/accounts/session'
import { viewWaitingChoice } from '@/lib/coordinator/view-waiting'
import { CALL_MINUTES, MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import type { WaitingChoice } from '@/lib/reservations/waiting-list/types'
import { Evening } from '../../../waiting-list/_components/evening'
import { JoinForm } from './_components/join-form'
import { Promises } from './_components/promises'
import { joinList } from './actions'
import { pickCategory } from './read-wish'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ category?: string | string[]; lost?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const choice = await viewWaitingChoice((await params).id)
  const t = await getTranslations('waiting')
  return choice ? { title: t('title', { title: choice.event.title }), robots: { index: false } } : {}
}

/** Where a fan who found nothing left says what they would like, and what will happen then. */
export default async function WaitingListPage({ params, searchParams }: Props) {
  const [{ id }, { category, lost }, user] = await Promise.all([params, searchParams, currentUser()])
  const choice = await viewWaitingChoice(id)
  if (!choice) notFound()
  if (!choice.isOpen) return <Closed choice={choice} />
  const t = await getTranslations('waiting')
  const known = {
    ...{ category: pickCategory(choice.categories, category), seatCount: '2', takesFewer: false },
    ...{ name: user?.name ?? '', email: user?.email ?? '', phone: '' },
  }
  return (
    <div className="wrap grid max-w-xl gap-8 pt-6 pb-16 lg:pt-12">
      <header className="grid gap-4">
        <h1 className="display text-2xl">{t('heading')}</h1>
        <Evening of={choice} />
      </header>
      {lost !== undefined && (
        <Notice tone="danger" title={t('lost.title')}>
          {t('lost.text')}
        </Notice>
      )}
      <Promises minutes={CALL_MINUTES} />
      <ClientMessages namespaces={['waiting']}>
        <JoinForm
          join={joinList}
          performanceId={choice.performanceId}
          categories={choice.categories}
          known={known}
          maxSeats={MAX_SEATS_PER_HOLD}
          minutes={CALL_MINUTES}
        />
      </ClientMessages>
    </div>
  )
}

async function Closed({ choice }: { choice: WaitingChoice }) {
  const t = await getTranslations('waiting.closed')
  return (
    <div className="wrap">
      <EmptyState
        heading="h1"
        title={t('title')}
        actions={
          <Link href={`/events/${choice.event.slug}`} className={buttonStyle({ variant: 'primary' })}>
            {t('event')}
          </Link>
        }
      >
        {t(choice.startsAt > new Date() ? 'scheduled' : 'over')}
      </EmptyState>
    </div>
  )
}
