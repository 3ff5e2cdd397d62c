import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { findArtist } from '@/lib/events/artists/queries'
import { findByToken } from '@/lib/events/follows/queries'
import { readFollowKind } from '@/lib/events/follows/rules'
import type { Followed } from '@/lib/events/follows/types'
import { findOrganizer } from '@/lib/events/organizers/queries'
import { unfollow } from '../follow-actions'

type Params = Record<string, string | string[] | undefined>

export const metadata: Metadata = { robots: { index: false } }

/**
 * Where a mail's link leads. Looking changes nothing (programs that check links look, too): the one button does.
 */
export default async function UnfollowPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const token = [params.token].flat()[0] ?? ''
  const followed = await findByToken(token)
  const who = followed ?? (await findNamed(params))
  if (!who) notFound()
  return <div className="wrap">{followed ? <Ask who={who} token={token} /> : <Done who={who} />}</div>
}

/** Whom the address names besides the token: they were followed until now, or never. */
async function findNamed(params: Params): Promise<Followed | null> {
  const kind = readFollowKind(params.kind)
  const slug = [params.slug].flat()[0] ?? ''
  const who = await (kind === 'artist' ? findArtist(slug) : findOrganizer(slug))
  return kind && who ? { kind, slug: who.slug, name: who.name } : null
}

async function Ask({ who, token }: { who: Followed; token: string }) {
  const t = await getTranslations('finding.unfollow')
  return (
    <EmptyState
      heading="h1"
      title={t('title', { name: who.name })}
      actions={
        <form action={unfollow}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="kind" value={who.kind} />
          <input type="hidden" name="slug" value={who.slug} />
          <SubmitButton variant="primary">{t('button')}</SubmitButton>
        </form>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

async function Done({ who: { kind, slug, name } }: { who: Followed }) {
  const t = await getTranslations('finding.unfollow')
  return (
    <EmptyState
      heading="h1"
      title={t('done')}
      actions={
        <Link href={`/${kind}s/${slug}`} className={buttonStyle()}>
          {name}
        </Link>
      }
    >
      {t('doneText', { name })}
    </EmptyState>
  )
}
