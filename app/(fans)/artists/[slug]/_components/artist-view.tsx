import { useTranslations } from 'next-intl'
import type { Played } from '@/lib/events/artists/queries'
import type { ArtistName, EventCard } from '@/lib/events/types'
import type { Page } from '@/lib/platform/page'
import { Board } from '../../../_components/board'
import { FollowPage } from '../../../_components/follow-page'
import { PlayedList } from './played-list'

type Props = { artist: ArtistName; dates: Page<EventCard>; played: Played[]; following: boolean | null }

/** Who plays: every date to come, wherever it is; those that were, quietly, below. */
export function ArtistView({ artist: { slug, name }, dates, played, following }: Props) {
  const t = useTranslations('finding.artist')
  // Whose page it is goes without saying.
  const withOthers = dates.items.map((date) => ({
    ...date,
    artists: date.artists.filter((other) => other.slug !== slug),
  }))
  return (
    <FollowPage
      who={{ kind: 'artist', slug, name }}
      following={following}
      nextCursor={dates.nextCursor}
      after={played.length > 0 && <PlayedList played={played} />}
    >
      {withOthers.length > 0 && <Board title={t('dates')} events={withOthers} />}
    </FollowPage>
  )
}
